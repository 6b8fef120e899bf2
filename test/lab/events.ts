// The events that start a run, with the parts of GitHub's payloads that an action may look at.
import { defaultRepository, type Event } from './runner-contexts.ts';

const [owner = '', name = ''] = defaultRepository.split('/');
const sender = { login: 'octocat', id: 583231, type: 'User' };
const repository = {
  id: 721005,
  name,
  full_name: defaultRepository,
  private: false,
  fork: false,
  default_branch: 'main',
  description: 'A small analysis',
  license: { key: 'mit', name: 'MIT License', spdx_id: 'MIT' },
  owner: { login: owner, id: 9919, type: 'Organization' },
  html_url: `https://github.com/${defaultRepository}`,
  clone_url: `https://github.com/${defaultRepository}.git`,
};
const noCommit = '0'.repeat(40);

/** A push of a branch; `ref` such as `refs/heads/main`. */
export function pushEvent(sha: string, ref = 'refs/heads/main'): Event {
  return { name: 'push', ref, sha, payload: pushPayload(sha, ref, '1'.repeat(40)) };
}

/** A push of a tag, such as `v1.2.3`. */
export function tagEvent(sha: string, tag: string): Event {
  const ref = `refs/tags/${tag}`;
  return { name: 'push', ref, sha, payload: pushPayload(sha, ref, noCommit) };
}

function pushPayload(sha: string, ref: string, before: string): Record<string, unknown> {
  const created = before === noCommit;
  const head_commit = { id: sha, message: 'Add an analysis', timestamp: '2026-11-23T12:00:00Z' };
  return { ref, before, after: sha, created, deleted: false, forced: false, repository, sender, head_commit };
}

/** A pull request to main, number 7; `sha` is the merge commit that was checked out. */
export function pullRequestEvent(sha: string, options: { fork?: boolean; name?: string } = {}): Event {
  const { fork = false, name: eventName = 'pull_request' } = options;
  const forked = { ...repository, id: 721006, fork: true, full_name: `mona/${name}`, owner: { login: 'mona', id: 1 } };
  const headRepository = fork ? forked : repository;
  const head = { ref: 'idea', sha: '2'.repeat(40), label: `${headRepository.owner.login}:idea`, repo: headRepository };
  const base = { ref: 'main', sha: '1'.repeat(40), label: `${owner}:main`, repo: repository };
  const pull_request = { number: 7, state: 'open', draft: false, title: 'An idea', head, base, merge_commit_sha: sha };
  return {
    name: eventName,
    // pull_request_target runs on the base branch, with its rights.
    ref: eventName === 'pull_request_target' ? 'refs/heads/main' : 'refs/pull/7/merge',
    sha,
    baseRef: 'main',
    headRef: 'idea',
    actor: fork ? 'mona' : 'octocat',
    payload: { action: 'synchronize', number: 7, pull_request, repository, sender },
  };
}

/** A release of a tag; `action` is `published` unless given. */
export function releaseEvent(sha: string, tag: string, options: { action?: string; prerelease?: boolean } = {}): Event {
  const { action = 'published', prerelease = false } = options;
  const release = { id: 1, tag_name: tag, name: tag, draft: false, prerelease, target_commitish: 'main' };
  return { name: 'release', ref: `refs/tags/${tag}`, sha, payload: { action, release, repository, sender } };
}

/** Any other event on a branch, such as `schedule` or `workflow_dispatch`. */
export function otherEvent(eventName: string, sha: string, ref = 'refs/heads/main'): Event {
  return { name: eventName, ref, sha, payload: { ref, repository, sender } };
}
