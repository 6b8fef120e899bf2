#!/usr/bin/env node
// Entry of the laptop command. Before anything is loaded that an old Node can't read, it is told apart.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
// The first with zstd; 23.8 is as old.
if (major < 22 || (major === 22 && minor < 15) || (major === 23 && minor < 8)) {
  console.error(`dev-in-docker needs Node 22.15, 23.8 or newer, but this is ${process.versions.node}: update Node.`);
  process.exit(125);
}
// A WSL without a Node of its own finds that of Windows, whose paths no container could have.
if (process.platform === 'win32') {
  console.error('On Windows, dev-in-docker runs within WSL: install Node in your WSL distribution, and call it there.');
  process.exit(125);
}
const { main } = await import('./laptop/commands/main.ts');
// Sockets to the engine would keep the process; what was written must be out first.
const exitCode = await main(process.argv);
process.stdout.write('', () => process.stderr.write('', () => process.exit(exitCode)));
