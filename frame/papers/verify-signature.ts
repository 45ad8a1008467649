import { createHash, createVerify, X509Certificate } from 'node:crypto'
import forge from 'node-forge'

/** What the signature inside a paper says of itself, computed from the bytes alone. */
export interface SignatureFinding {
  /** The signature fits the signed bytes and its own certificate. Trust in the certificate is another matter. */
  valid: boolean
  /** The signature covers everything but its own value. */
  wholeFile: boolean
  /** SHA-256 of the signer's certificate in hex; null when there is no readable signature. */
  fingerprint: string | null
}

const none: SignatureFinding = { valid: false, wholeFile: false, fingerprint: null }

/** Checks the PKCS#7 signature of a paper. In: the file. Out: finding; a file without one is not valid. */
export function verifySignature(pdf: Buffer): SignatureFinding {
  const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(pdf.toString('latin1'))
  if (!range) return none
  const [from, before, to, after] = range.slice(1).map(Number) as [number, number, number, number]
  const signed = Buffer.concat([pdf.subarray(from, from + before), pdf.subarray(to, to + after)])
  const hex = pdf.toString('latin1', from + before + 1, to - 1)
  try {
    const finding = check(Buffer.from(hex, 'hex'), signed)
    return { ...finding, wholeFile: from === 0 && to + after === pdf.length }
  } catch {
    // forge throws plain errors on anything that is not the expected ASN.1
    return none
  }
}

function check(padded: Buffer, signed: Buffer): Omit<SignatureFinding, 'wholeFile'> {
  const asn1 = forge.asn1.fromDer(padded.toString('latin1', 0, derLength(padded)))
  const message = forge.pkcs7.messageFromAsn1(asn1) as forge.pkcs7.PkcsSignedData & {
    rawCapture: {
      signature: string
      authenticatedAttributes: forge.asn1.Asn1[]
      digestAlgorithm: string
    }
  }
  const { signature, authenticatedAttributes } = message.rawCapture
  // RFC 5652 5.4: what is signed is the attributes as a SET, not the implicit tag they are stored under
  const set = forge.asn1.create(
    forge.asn1.Class.UNIVERSAL,
    forge.asn1.Type.SET,
    true,
    authenticatedAttributes,
  )
  const attributes = Buffer.from(forge.asn1.toDer(set).getBytes(), 'latin1')
  const digest = createHash('sha256').update(signed).digest()
  const certificates = message.certificates.map(
    (c) =>
      new X509Certificate(
        Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(c)).getBytes(), 'latin1'),
      ),
  )
  const signer = certificates.find((c) =>
    createVerify('sha256').update(attributes).verify(c.publicKey, Buffer.from(signature, 'latin1')),
  )
  const digestStands = digestIn(authenticatedAttributes)?.equals(digest) ?? false
  return {
    valid: signer !== undefined && digestStands,
    fingerprint: signer ? createHash('sha256').update(signer.raw).digest('hex') : null,
  }
}

function digestIn(attributes: forge.asn1.Asn1[]): Buffer | null {
  const oid = forge.asn1.oidToDer(forge.pki.oids['messageDigest'] ?? '').getBytes()
  for (const attribute of attributes) {
    const [name, values] = attribute.value as forge.asn1.Asn1[]
    const first = (values?.value as forge.asn1.Asn1[] | undefined)?.[0]
    if (name?.value === oid && typeof first?.value === 'string')
      return Buffer.from(first.value, 'latin1')
  }
  return null
}

/** Length of a DER element with its header: the field is longer than what it holds. */
function derLength(bytes: Buffer): number {
  const first = bytes[1] ?? 0
  if (first < 0x80) return 2 + first
  const count = first & 0x7f
  return 2 + count + bytes.readUIntBE(2, count)
}
