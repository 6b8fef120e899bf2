import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { publicFolder } from './folder.ts';
import { findProgram, run } from './process.ts';

/** Paths of files in PEM. Every user may read the certificate; the key is its owner's. */
export type Certificate = { certificate: string; key: string };

/** The name that the lab's certificate is for. */
export const tlsName = 'registry.test';

let made: Promise<Certificate> | undefined;

/**
 * A certificate for `registry.test`, signed by itself, one for this process and a day: its engines trust it from their
 * start, its registries show it. Rejects without openssl.
 */
export function labCertificate(): Promise<Certificate> {
  made ??= makeCertificate();
  return made;
}

async function makeCertificate(): Promise<Certificate> {
  // Node makes keys, but no certificates. Debian's ca-certificates depends on openssl, so hardly a system lacks it.
  const openssl = await findProgram('openssl');
  if (!openssl) throw new Error('openssl is not on this machine: install it, the lab makes a certificate with it');
  const folder = join(await publicFolder(), 'tls');
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') };
  await mkdir(folder, { recursive: true });
  await run([
    ...[openssl, 'req', '-x509', '-days', '1', '-subj', `/CN=${tlsName}`, '-addext', `subjectAltName=DNS:${tlsName}`],
    ...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
    ...['-out', files.certificate, '-keyout', files.key],
  ]);
  await chmod(folder, 0o755);
  await chmod(files.certificate, 0o644);
  return files;
}
