import type { GitFacts } from '../checkout/git.ts';
import type { Sources } from '../dockerfile/stage.ts';
import type { ClientFacts, Engine, EngineAddress, Info } from '../engine/engine.ts';
import type { EngineTrouble, System } from '../engine/trouble.ts';

/** What the machine is. */
export type MachineFacts = {
  system: Exclude<System, 'runner'>;
  /** As Node says them: `linux`, `x64`. */
  platform: string;
  architecture: string;
  nodeVersion: string;
  /** Names of the variables that name a proxy. */
  proxies: string[];
  /** What docker builds for unless told otherwise, such as `linux/amd64`; empty for the engine's own. */
  defaultPlatform: string;
  /** Where homes of containers are kept. */
  stateFolder: string;
  stateBytes?: number;
};

/** All that was looked at. */
export type DoctorFacts = {
  machine: MachineFacts;
  docker: DockerFacts;
  credentials: CredentialFacts;
  project: ProjectFacts;
  git: GitFacts;
};

/** What is found of the project that the command was called in. */
export type ProjectFacts = {
  /** Its top folder. */
  folder: string;
  /** Where its settings are, if it has any. */
  settings?: string;
  /** Why no command can work on it, in a sentence that has the cure. */
  trouble?: string;
  /** Whether the folder is on a disk of Windows', seen from WSL. */
  isOnWindows: boolean;
  /** Absent where there is none that can be read. */
  dockerfile?: DockerfileFacts;
  files?: FileFacts;
  /** Number of this user. */
  uid: number;
  /** Absent where the engine can't be asked. */
  image?: ImageFacts;
};

/** What the Dockerfile has. */
export type DockerfileFacts = {
  /** Relative to the project's folder. */
  path: string;
  stages: string[];
  target: string;
  shareTarget: string;
  /** What the target stage is made from, as far as that is known. */
  sources: Sources;
  /** Whether the share stage copies the whole build context. */
  sharesAll: boolean;
  /** Files that name the packages, relative to the context. */
  dependencies: string[];
};

/** What is there of the target stage's image. */
export type ImageFacts = {
  isThere: boolean;
  /** Why the project can't be mounted in it, in a sentence that has the cure. */
  obstacle?: string;
};

/** What is found of the docker client's configuration: names only, never what is secret in it. */
export type CredentialFacts = {
  folder: string;
  /** Path of the configuration in it. */
  file: string;
  state: 'absent' | 'unreadable' | 'no JSON' | 'read';
  /** Those that docker has a login for, as it names them. */
  registries: string[];
  /** Programs that keep logins. */
  helpers: string[];
  /** Those of them that aren't there. */
  missingHelpers: string[];
  /** A path that docker writes to, but this user can't. */
  unwritable?: string;
  hasProxies: boolean;
};

/** What is found of Docker. Sizes are in bytes, and absent where they can't be known. */
export type DockerFacts = {
  address: EngineAddress;
  client: ClientFacts;
  engine: { engine: Engine; info: Info } | { trouble: EngineTrouble };
  /** Of the disk where the engine keeps its data. */
  freeBytes?: number;
  imageBytes?: number;
  buildCacheBytes?: number;
};

/** What is found of a project's files. Paths are relative to the context. */
export type FileFacts = {
  /** What lies in the context, is not ignored, and belongs into no image. */
  unwanted: string[];
  /** Files that belong to root, although the project doesn't, some of them. */
  rootOwned: string[];
  uid: number;
};
