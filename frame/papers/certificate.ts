import { createHash, randomUUID, X509Certificate } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import forge from 'node-forge'

/** The certificate that signs papers, with its key, as PKCS#12. */
export interface SigningCertificate {
  /** True: made by the product itself; papers carry 样章 and claim no legal effect. */
  demo: boolean
  p12: Buffer
  passphrase: string
  /** Subject as one line, for the register and the health page. */
  subject: string
  validFrom: Date
  validTo: Date
  /** SHA-256 of the certificate in hex. */
  fingerprint: string
}

const demoName = 'Lianguan demonstration certificate'
const demoYears = 10

/**
 * The certificate to sign with. In: the configured PKCS#12 and pass phrase file, or null; the folder for
 * the house's own keys; the instant, from which a new demonstration certificate is valid.
 * Errors: one Chinese sentence each for a missing file, a wrong pass phrase, a key that is not RSA.
 */
export async function signingCertificate(
  configured: { certificate: string | null; passphraseFile: string | null },
  keysFolder: string,
  now: Date,
): Promise<SigningCertificate> {
  if (configured.certificate === null) return demoCertificate(keysFolder, now)
  const p12 = await readOrSay(configured.certificate, '签名证书（SIGNING_CERTIFICATE）')
  const passphrase = configured.passphraseFile
    ? (await readOrSay(configured.passphraseFile, '签名证书口令文件（SIGNING_PASSPHRASE_FILE）'))
        .toString('utf8')
        .trim()
    : ''
  return { demo: false, p12, passphrase, ...describe(p12, passphrase) }
}

async function readOrSay(file: string, what: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch {
    throw new Error(`${what}读不到：${file}。请核对路径与读取权限后重新启动。`)
  }
}

async function demoCertificate(keysFolder: string, now: Date): Promise<SigningCertificate> {
  const file = path.join(keysFolder, 'demo-signing.p12')
  await mkdir(keysFolder, { recursive: true, mode: 0o700 })
  const kept = await readFile(file).catch(() => null)
  const p12 = kept ?? (await makeDemo(file, now))
  return { demo: true, p12, passphrase: '', ...describe(p12, '') }
}

async function makeDemo(file: string, now: Date): Promise<Buffer> {
  const pair = await new Promise<forge.pki.rsa.KeyPair>((resolve, reject) =>
    forge.pki.rsa.generateKeyPair({ bits: 2048 }, (error, made) =>
      error ? reject(error) : resolve(made),
    ),
  )
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = pair.publicKey
  certificate.serialNumber = `01${randomUUID().replaceAll('-', '')}`
  // set back a day: a reader whose clock runs behind would call a new certificate not yet valid
  certificate.validity.notBefore = new Date(now.getTime() - 86_400_000)
  certificate.validity.notAfter = new Date(now.getTime() + demoYears * 365 * 86_400_000)
  const names = [
    { name: 'commonName', value: demoName },
    { name: 'organizationName', value: 'Demonstration only - no legal effect' },
  ]
  certificate.setSubject(names)
  certificate.setIssuer(names)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ])
  certificate.sign(pair.privateKey, forge.md.sha256.create())
  const asn1 = forge.pkcs12.toPkcs12Asn1(pair.privateKey, certificate, '', { algorithm: '3des' })
  const p12 = Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1')
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, p12, { mode: 0o600 })
  // linked, not renamed: of two servers starting at once the first one's certificate stays
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  return readFile(file)
}

function describe(p12: Buffer, passphrase: string) {
  const bags = open(p12, passphrase)
  const certificates = bags.getBags({ bagType: forge.pki.oids['certBag'] ?? '' })
  const keys = bags.getBags({ bagType: forge.pki.oids['pkcs8ShroudedKeyBag'] ?? '' })
  const key = Object.values(keys)
    .flat()
    .find((b) => b?.key)?.key
  const own = Object.values(certificates)
    .flat()
    .find((b) =>
      (b?.cert?.publicKey as forge.pki.rsa.PublicKey | undefined)?.n?.equals(
        key?.n ?? forge.jsbn.BigInteger.ONE,
      ),
    )
  if (!key || !own?.cert)
    throw new Error(
      '签名证书里没有成对的 RSA 私钥与证书。文书签名只支持 RSA；请用 RSA 证书另行导出 PKCS#12（含私钥）。',
    )
  const der = Buffer.from(
    forge.asn1.toDer(forge.pki.certificateToAsn1(own.cert)).getBytes(),
    'latin1',
  )
  return {
    subject: new X509Certificate(der).subject.replaceAll('\n', ', '),
    validFrom: own.cert.validity.notBefore,
    validTo: own.cert.validity.notAfter,
    fingerprint: createHash('sha256').update(der).digest('hex'),
  }
}

function open(p12: Buffer, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  try {
    return forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(p12.toString('latin1')), passphrase)
  } catch {
    throw new Error(
      '签名证书打不开：不是 PKCS#12 文件，口令不对，或者私钥不是 RSA。请核对证书与口令文件。',
    )
  }
}
