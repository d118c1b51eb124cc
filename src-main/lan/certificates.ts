import { createPrivateKey, randomBytes, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { generate, type CertificateExtension } from 'selfsigned'

/** PEM texts: what the server shows, and the authority that a desk pins or a tablet installs. */
export interface Certificates { readonly key: string; readonly cert: string; readonly ca: string }
interface Pair { readonly key: string; readonly cert: string }

const day = 86_400_000
/** Tablets take a certificate of a private authority for at most 825 days; the authority itself is to outlast the computer. */
const leafDays = 397
const renewalDays = 30
const authorityDays = 20 * 365

/**
 * The certificate for these addresses and host names, of an authority of the host's own; both are kept in `folder`. It is issued
 * anew when the addresses are other ones or its end is near. `now`: UTC ISO text.
 */
export async function ensureCertificates(folder: string, addresses: readonly string[], now: string): Promise<Certificates> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const at = Date.parse(now)
  const names = [...new Set(addresses.filter(isCertifiable))].sort()
  const authority = await keptPair(join(folder, 'authority.pem'), kept => isAuthorityUsable(kept, at), () => issueAuthority(at))
  const leaf = await keptPair(join(folder, 'host.pem'), kept => isLeafUsable(kept, authority, names, at), () => issueLeaf(authority, names, at))
  return { ...leaf, ca: authority.cert }
}

/** A set-back clock does not spoil the authority: a new one would have to be brought to every desk. */
function isAuthorityUsable({ key, cert }: Pair, at: number): boolean {
  const certificate = new X509Certificate(cert)
  return certificate.ca && certificate.checkPrivateKey(createPrivateKey(key)) && at < Date.parse(certificate.validTo)
}

function isLeafUsable({ key, cert }: Pair, authority: Pair, names: readonly string[], at: number): boolean {
  const certificate = new X509Certificate(cert)
  const isOfAuthority = certificate.verify(new X509Certificate(authority.cert).publicKey) && certificate.checkPrivateKey(createPrivateKey(key))
  const isTimely = Date.parse(certificate.validFrom) <= at && at < Date.parse(certificate.validTo) - renewalDays * day
  const covers = (name: string) => (isIP(name) ? certificate.checkIP(name) : certificate.checkHost(name)) !== undefined
  return isOfAuthority && isTimely && certificate.subjectAltName?.split(', ').length === names.length && names.every(covers)
}

/** Each authority has a name of its own, so that a tablet that knows two factories does not mix them up. */
function issueAuthority(at: number): Promise<Pair> {
  return issue(`Lantai ${randomBytes(4).toString('hex')}`, at, authorityDays, [
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
  ])
}

function issueLeaf(authority: Pair, names: readonly string[], at: number): Promise<Pair> {
  const extensions: CertificateExtension[] = [
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: names.map(name => (isIP(name) ? { type: 7, ip: name } : { type: 2, value: name })) },
  ]
  return issue('Lantai host', at, leafDays, extensions, authority)
}

/** Begins a day early, for desks whose clocks are behind. */
async function issue(commonName: string, at: number, days: number, extensions: CertificateExtension[], ca?: Pair): Promise<Pair> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: commonName }], {
    keyType: 'ec', curve: 'P-256', algorithm: 'sha256', notBeforeDate: new Date(at - day), notAfterDate: new Date(at + days * day), extensions, ca,
  })
  return { key, cert: `${cert.trim()}\n` }
}

/** Key and certificate lie in one file, so that a power cut leaves both or neither. */
async function keptPair(path: string, isUsable: (kept: Pair) => boolean, make: () => Promise<Pair>): Promise<Pair> {
  const kept = readPair(path)
  if (kept && isReadable(() => isUsable(kept))) return kept
  const made = await make()
  writeFileSync(`${path}.new`, made.key + made.cert, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
  return made
}

function readPair(path: string): Pair | undefined {
  try {
    const text = readFileSync(path, 'utf8')
    const [key] = /-----BEGIN PRIVATE KEY-----[^]+?-----END PRIVATE KEY-----\n/.exec(text) ?? []
    const [cert] = /-----BEGIN CERTIFICATE-----[^]+?-----END CERTIFICATE-----\n/.exec(text) ?? []
    return key && cert ? { key, cert } : undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** A damaged file counts as none. */
function isReadable(check: () => boolean): boolean {
  try {
    return check()
  } catch {
    return false
  }
}

function isCertifiable(name: string): boolean {
  return isIP(name) > 0 || /^[a-z\d](?:[a-z\d_.-]*[a-z\d])?$/.test(name)
}
