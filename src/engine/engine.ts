import type { AddressOrigin, EngineTrouble } from './trouble.ts';

/** What tells the client where the engine is: DOCKER_HOST, DOCKER_CONTEXT, and the folder of its configuration. */
export type ClientSettings = { host: string; contextName: string; configFolder: string };

/** Where the client looks for the engine. */
export type EngineAddress = {
  /** Path of its socket; absent where that is not plain to see. */
  socket?: string;
  /** As a URL; empty where it is not plain to see. */
  host: string;
  contextName: string;
  origin: AddressOrigin;
};

/** What the Docker engine says of itself. */
export type Engine = {
  version: string;
  store: 'containerd' | 'classic';
  /** Such as `x86_64`. */
  architecture: string;
  /** Path of its socket; absent where it runs elsewhere. */
  socket?: string;
  /** Whether users in containers are others than on this machine (rootless, or user namespaces). */
  isUserMapped: boolean;
  /** Whether it runs as the user, who is root in its containers. */
  isRootless: boolean;
  /** Whether it keeps containers from files that are not labelled for them (SELinux). */
  isLabelled: boolean;
  /** Name of the builder that is the engine itself, whatever builder the job made besides. */
  builder: string;
};

/** What the docker client is; versions are empty where it doesn't tell. */
export type ClientFacts = {
  version: string;
  buildx: string;
  /** Why it can't be used itself. */
  trouble?: EngineTrouble;
  /** Why what it reaches can't be used. */
  engineTrouble?: EngineTrouble;
};

/** What the engine and its client say of themselves, as far as it is asked for. */
export type Info = {
  ServerVersion?: string;
  ServerErrors?: string[];
  Name?: string;
  OperatingSystem?: string;
  OSType?: string;
  NCPU?: number;
  MemTotal?: number;
  DockerRootDir?: string;
  DriverStatus?: [string, string][];
  SecurityOptions?: string[];
  Architecture?: string;
  /** What containers are started with, such as `v1.3.3-0-gd842d771`. */
  RuncCommit?: { ID?: string };
  ClientInfo?: { Version?: string; Context?: string; Plugins?: { Name: string; Version: string }[] };
  /** Podman's. */
  BuildahVersion?: string;
  host?: { buildahVersion?: string };
  /** The client's last words to standard error. */
  said?: string;
};
