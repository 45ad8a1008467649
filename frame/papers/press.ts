import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { House } from '#frame/house.ts'
import { signingCertificate, type SigningCertificate } from './certificate.ts'
import { openRenderer, type Renderer } from './render.ts'

const renderers = new WeakMap<House, Renderer>()

/** Where an administrator puts further fonts: `fonts` in the data folder. */
export const fontFolder = (house: House) => path.join(house.config.dataDir, 'fonts')

/** The renderer of a house; its process starts with the first paper. */
export function rendererOf(house: House): Renderer {
  const known = renderers.get(house)
  if (known) return known
  const opened = openRenderer(fontFolder(house))
  renderers.set(house, opened)
  return opened
}

/** Stops the renderer of a house, if it ever set a paper. */
export async function stopRenderer(house: House): Promise<void> {
  await renderers.get(house)?.stop()
  renderers.delete(house)
}

/**
 * The certificate that signs now. It is read anew each time, so that a renewed one counts at once.
 * Errors: one Chinese sentence.
 */
export function certificateOf({ config, clock }: House): Promise<SigningCertificate> {
  return signingCertificate(
    { certificate: config.signingCertificate, passphraseFile: config.signingPassphraseFile },
    path.join(config.dataDir, 'keys'),
    clock.now(),
  )
}

/** The picture of the seal beside the house's keys: `seal.svg` or `seal.png`; null when there is none. */
export async function sealPicture({ config }: House): Promise<Buffer | null> {
  for (const name of ['seal.svg', 'seal.png']) {
    const picture = await readFile(path.join(config.dataDir, 'keys', name)).catch(() => null)
    if (picture) return picture
  }
  return null
}
