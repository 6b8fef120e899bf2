import { describe, expect, test } from 'vitest';
import type { TestLab } from './lab.ts';
import { useLaptop } from './laptop.ts';

const DOCKERFILE = 'FROM python:3.12-slim AS dev\nWORKDIR /app\nCOPY requirements.txt .\nFROM dev AS share\nCOPY . .\n';

/** What the doctor sees on a person's machine; the one image that is built has nothing in it. */
export function describeDoctor(lab: TestLab): void {
  describe('doctor', () => {
    const laptop = useLaptop(lab);

    test('sees the engine, its store and the project', async () => {
      await laptop.write({
        'wine/Dockerfile': DOCKERFILE,
        'wine/requirements.txt': '',
        'wine/.dockerignore': '.git\n',
      });
      const { exitCode, screen } = await laptop.run(['doctor']);
      expect(screen).toMatch(/✓ Client +\d+\./);
      expect(screen).toMatch(/✓ Buildx +\d+\./);
      expect(screen).toMatch(/✓ Engine +\d+\.[\s\S]*unix:\/\//);
      expect(screen).toMatch(new RegExp(`✓ Image store +${lab.store}`));
      expect(screen).toMatch(/✓ Dockerfile +Dockerfile, with the stages dev, share/);
      expect(screen).toMatch(/✓ Packages +named by requirements\.txt/);
      expect(screen).toMatch(/✓ Image +dev is built at its next start/);
      expect(screen).toMatch(/✓ Git +a repository, and git knows your name/);
      expect(screen).not.toMatch(/✗/);
      expect(exitCode).toBe(0);
    });

    test('says what goes into the share image that should not', async () => {
      await laptop.write({ 'wine/.env': 'TOKEN=x\n' });
      const { exitCode, screen } = await laptop.run(['doctor']);
      expect(screen).toMatch(/! Ignored +the share image gets \.env too\s+→ write that into \.dockerignore/);
      expect(exitCode).toBe(0);
    });

    test('says what BuildKit says of a broken Dockerfile', async () => {
      await laptop.write({ 'wine/Dockerfile': DOCKERFILE.replace('FROM', 'FORM') });
      const { exitCode, screen } = await laptop.run(['doctor', '--quiet']);
      expect(screen).toMatch(/✗ Project +BuildKit can't read the Dockerfile:[\s\S]*FORM/);
      expect(screen).not.toContain('✓');
      expect(exitCode).toBe(1);
    });

    test('finds no Dockerfile where there should be one', async () => {
      const { exitCode, screen } = await laptop.run(['doctor', '--context', 'data']);
      expect(screen).toMatch(/✗ Project +Option --context is "data",/);
      expect(screen).toMatch(/1 thing is wrong/);
      expect(exitCode).toBe(1);
      const other = await laptop.run(['doctor', '--file', 'Dokerfile']);
      expect(other.screen.replace(/\s+/g, ' ')).toMatch(
        /✗ Project There is no Dokerfile in the project\. .*, or write one with "dev-in-docker init"\. /,
      );
    });

    test('says why "dev" does not start where the project hides the packages; that leaves nothing behind', async () => {
      await laptop.write({
        'wine/Dockerfile':
          'FROM python:3.12-slim AS dev\nWORKDIR /app\nRUN mkdir .venv && touch .venv/pyvenv.cfg\nENV VIRTUAL_ENV=/app/.venv\n',
      });
      const refused = await laptop.run(['dev', '--', 'true']);
      expect(refused.screen).toContain('has its packages in /app/.venv');
      expect(refused.exitCode).toBe(125);
      const { exitCode, screen } = await laptop.run(['doctor']);
      expect(screen).toMatch(/✗ Image +The dev image has its packages in\s+\/app\/\.venv/);
      expect(exitCode).toBe(1);
    });

    test('says that nothing listens where the engine should be, and looks at the rest nevertheless', async () => {
      await laptop.write({ 'wine/Dockerfile': DOCKERFILE });
      const environment = { DOCKER_HOST: 'unix:///run/no-engine.sock' };
      const { exitCode, screen } = await laptop.run(['doctor'], { environment });
      expect(screen).toMatch(/✗ Engine +The Docker engine is not running[\s\S]*unset\s+DOCKER_HOST/);
      expect(screen).toMatch(/✓ Dockerfile/);
      expect(exitCode).toBe(1);
    });
  });
}
