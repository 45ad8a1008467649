import { P12Signer } from '@signpdf/signer-p12'
import { SignPdf } from '@signpdf/signpdf'
import type { SigningCertificate } from './certificate.ts'
import { withSignatureField } from './signature-field.ts'
import type { SealPlace } from './typesetter.ts'
import { verifySignature } from './verify-signature.ts'

/** Why a paper could not be signed; Chinese, shown in the register. */
export class SigningProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'SigningProblem'
  }
}

/**
 * Signs a set paper: PKCS#7 detached, SHA-256, RSA (not PAdES). In: the PDF, the seal's place, certificate,
 * instant of signing. Out: the signed file, already checked with the house's own verification.
 * Errors: {@link SigningProblem} when the certificate is not valid at that instant.
 */
export async function signPaper(
  pdf: Buffer,
  seal: SealPlace | null,
  certificate: SigningCertificate,
  at: Date,
): Promise<Buffer> {
  if (at < certificate.validFrom || at > certificate.validTo)
    throw new SigningProblem(
      `签名证书不在有效期内（${certificate.validFrom.toISOString().slice(0, 10)} 至 ${certificate.validTo.toISOString().slice(0, 10)}），文书未签发。请更换证书（SIGNING_CERTIFICATE）后在文书登记簿里重试。`,
    )
  const prepared = withSignatureField(
    pdf,
    seal,
    {
      name: certificate.demo ? 'Lianguan demonstration (SAMPLE)' : 'Lianguan',
      reason: certificate.demo ? 'Sample - no legal effect' : 'Issued document',
      location: 'CN',
    },
    at,
  )
  const signer = new P12Signer(certificate.p12, { passphrase: certificate.passphrase })
  const signed = await new SignPdf().sign(prepared, signer, at)
  const finding = verifySignature(signed)
  if (!finding.valid || !finding.wholeFile || finding.fingerprint !== certificate.fingerprint)
    throw new SigningProblem(
      '签名后的文书没有通过本系统自己的验签，未签发。请检查签名证书，再在文书登记簿里重试。',
    )
  return signed
}
