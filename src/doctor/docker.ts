import type { Engine, EngineAddress, Info } from '../engine/engine.ts';
import { type EngineTrouble, explainEngine } from '../engine/trouble.ts';
import { byteSize } from '../text/quantities.ts';
import type { DockerFacts, MachineFacts } from './facts.ts';
import { type Finding, note, ok, wrong } from './findings.ts';
import { runtimeFindings } from './runtime.ts';

/** A build of a scientific image takes some of it, and fails where there is none left. */
const LITTLE_FREE_BYTES = 10e9;
const NO_FREE_BYTES = 1e9;
const MUCH_CACHE_BYTES = 20e9;
/** What a virtual machine has unless told otherwise may be too little for an analysis. */
const LITTLE_MEMORY_BYTES = 4e9;

/** What is found of Docker. */
export function dockerFindings(facts: DockerFacts, machine: MachineFacts): Finding[] {
  const { address, client, engine } = facts;
  const ofClient = clientFindings(client, machine);
  if ('trouble' in engine) {
    const { trouble } = engine;
    // Of a client that isn't there, or is another's, it is said once.
    if (trouble.kind === 'no-client') return ofClient;
    const ofEngine = troubleFinding('Engine', trouble, machine);
    return trouble.kind === 'podman' ? [ofEngine] : [...ofClient, ofEngine];
  }
  return [
    ...ofClient,
    ...placeFindings(engine.engine, engine.info, address),
    ...runtimeFindings(engine.info),
    ...storeFindings(engine.engine),
    ...platformFindings(engine.engine, machine),
    ...roomFindings(facts),
    ...memoryFindings(engine.info),
  ];
}

function clientFindings({ version, buildx, trouble }: DockerFacts['client'], machine: MachineFacts): Finding[] {
  if (trouble?.kind === 'no-client') return [troubleFinding('Client', trouble, machine)];
  return [
    ...(version === '' ? [] : [ok('Client', version)]),
    ...(trouble ? [troubleFinding('Buildx', trouble, machine)] : []),
    ...(buildx === '' || trouble ? [] : [ok('Buildx', buildx.replace(/^v/, ''))]),
  ];
}

function troubleFinding(subject: string, trouble: EngineTrouble, { system }: MachineFacts): Finding {
  const { problem, cure } = explainEngine(trouble, system);
  return wrong(subject, problem, cure);
}

function placeFindings(engine: Engine, info: Info, { host, origin, contextName }: EngineAddress): Finding[] {
  const by = origin === 'DOCKER_HOST' ? origin : `context ${contextName}`;
  const place = `${host || 'an unknown place'}${origin === 'default' ? '' : ` (${by})`}`;
  const findings = [ok('Engine', `${engine.version} at ${place}`)];
  if (info.OSType === 'windows') {
    const cure = "switch Docker Desktop to Linux containers, in its icon's menu";
    findings.push(wrong('Engine', 'it runs Windows containers', cure));
  }
  if (/^(?:ssh|tcp|https?):/.test(host)) {
    const cure = origin.startsWith('DOCKER_') ? `unset ${origin}` : 'run "docker context use default"';
    findings.push(wrong('Engine', "it is on another machine, where your project's files are not", cure));
  }
  if (info.DockerRootDir?.startsWith('/var/snap/')) {
    const cure =
      'remove it ("sudo snap remove docker") and install Docker Engine, see https://docs.docker.com/engine/install/';
    findings.push(wrong('Engine', 'it comes from a snap, which sees neither /tmp nor hidden folders', cure));
  }
  return findings;
}

function storeFindings({ store, isRootless, isUserMapped }: Engine): Finding[] {
  const findings = [ok('Image store', `${store}${isRootless ? ', rootless' : ''}`)];
  if (isUserMapped && !isRootless) {
    const cure = 'take "userns-remap" out of /etc/docker/daemon.json, if files from containers belong to nobody';
    findings.push(note('Users', 'users in containers are others than on this machine', cure));
  }
  return findings;
}

const ARCHITECTURES: Record<string, string> = { x86_64: 'amd64', aarch64: 'arm64' };

function platformFindings({ architecture }: Engine, { defaultPlatform }: MachineFacts): Finding[] {
  const own = `linux/${ARCHITECTURES[architecture] ?? architecture}`;
  if (defaultPlatform === '' || defaultPlatform.startsWith(own)) return [];
  const text = `DOCKER_DEFAULT_PLATFORM is ${defaultPlatform}, which an engine of ${own} emulates, slowly`;
  return [note('Platform', text, `unset it, if your packages have wheels for ${own}`)];
}

function roomFindings({ freeBytes, imageBytes, buildCacheBytes }: DockerFacts): Finding[] {
  const findings: Finding[] = [];
  if (freeBytes !== undefined) {
    const text = `${byteSize(freeBytes)} free where the engine keeps its data`;
    const cure = 'remove what nothing uses: "docker system prune"';
    if (freeBytes < NO_FREE_BYTES) findings.push(wrong('Disk', text, cure));
    else findings.push(freeBytes < LITTLE_FREE_BYTES ? note('Disk', text, cure) : ok('Disk', text));
  }
  if (imageBytes !== undefined && buildCacheBytes !== undefined) {
    const text = `${byteSize(imageBytes)} of images, ${byteSize(buildCacheBytes)} of build cache`;
    const cure = 'remove what builds no longer use: "docker builder prune"';
    findings.push(buildCacheBytes > MUCH_CACHE_BYTES ? note('Images', text, cure) : ok('Images', text));
  }
  return findings;
}

function memoryFindings({ MemTotal, NCPU, OperatingSystem }: Info): Finding[] {
  if (!MemTotal) return [];
  const text = `${byteSize(MemTotal)} and ${NCPU === 1 ? '1 CPU' : `${NCPU} CPUs`} for all containers`;
  if (MemTotal >= LITTLE_MEMORY_BYTES) return [ok('Memory', text)];
  const where = OperatingSystem === 'Docker Desktop' ? 'Docker Desktop (Settings, Resources)' : 'its virtual machine';
  return [note('Memory', text, `give ${where} more; what needs more than there is gets killed (exit code 137)`)];
}
