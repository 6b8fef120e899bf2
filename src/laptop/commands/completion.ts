import type { Command } from 'commander';

/** Shells that can complete what is typed, each with what its user puts into a file that it reads at its start. */
const SCRIPTS = {
  // Where there is nothing to offer, a file is what is meant.
  bash: `_dev_in_docker() {
  local IFS=$'\\n'
  COMPREPLY=($(dev-in-docker complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f 1))
}
complete -o default -F _dev_in_docker dev-in-docker`,
  zsh: `#compdef dev-in-docker
_dev_in_docker() {
  local -a found
  found=("\${(@f)$(dev-in-docker complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null | sed $'s/:/\\\\\\\\:/g; s/\\t/:/')}")
  if [[ -n $found ]]; then _describe dev-in-docker found; else _files; fi
}
compdef _dev_in_docker dev-in-docker`,
  fish: `function __dev_in_docker
  set -l words (commandline -opc) (commandline -ct)
  set -l found (dev-in-docker complete -- $words[2..] 2>/dev/null)
  if set -q found[1]
    printf '%s\\n' $found
  else
    __fish_complete_path (commandline -ct)
  end
end
complete -c dev-in-docker -f -a '(__dev_in_docker)'`,
};

const SHELLS = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[];

/** Adds the command that prints a shell's script, and the hidden one that the script asks. */
export function addCompletion(program: Command): void {
  const shell = program.createArgument('<shell>', 'the shell that you use').choices(SHELLS);
  program
    .command('completion')
    .description('print what lets a shell complete commands and options')
    .addArgument(shell)
    .addHelpText(
      'after',
      `
Put the line of your shell into the file that it reads at its start:
  ~/.bashrc                    eval "$(dev-in-docker completion bash)"
  ~/.zshrc, below compinit     eval "$(dev-in-docker completion zsh)"
  ~/.config/fish/config.fish   dev-in-docker completion fish | source`,
    )
    .action((shell: keyof typeof SCRIPTS) => console.log(SCRIPTS[shell]));
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .passThroughOptions()
    .action((words: string[]) => {
      for (const { word, description } of candidates(program, words)) console.log(`${word}\t${description}`);
    });
}

/** What a word may be, and what that is. */
export type Candidate = { word: string; description: string };

/** What the last of some words may become; nothing where it is a file's name, a value, or not ours. */
export function candidates(program: Command, words: string[]): Candidate[] {
  const [typed = '', previous, ...before] = words.toReversed();
  const earlier = previous === undefined ? [] : [previous, ...before];
  const command = program.commands.find(command => command.name() === words[0] && earlier.length > 0);
  if (earlier.includes('--') || takesValue(command, previous)) return [];
  const all = typed.startsWith('-')
    ? optionsOf(command ?? program)
    : command
      ? choicesOf(command)
      : commandsOf(program);
  return all.filter(({ word }) => word.startsWith(typed));
}

function takesValue(command: Command | undefined, word: string | undefined): boolean {
  const option = command?.options.find(({ short, long }) => word === long || word === short);
  return option?.required === true;
}

function optionsOf(command: Command): Candidate[] {
  const options = command.createHelp().visibleOptions(command);
  return options.flatMap(({ long, description }) => (long ? [{ word: long, description }] : []));
}

function choicesOf(command: Command): Candidate[] {
  return command.registeredArguments
    .flatMap(({ argChoices }) => argChoices ?? [])
    .map(word => ({ word, description: '' }));
}

function commandsOf(program: Command): Candidate[] {
  const commands = program.createHelp().visibleCommands(program);
  return commands.map(command => ({ word: command.name(), description: command.description() }));
}
