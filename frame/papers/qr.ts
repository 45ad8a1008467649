import { toSVG } from 'bwip-js/node'

/**
 * A QR code as SVG paths, so that it prints sharp at any size. In: the address it leads to.
 * The library's level M still reads with about a seventh of the symbol dirty or creased.
 */
export function qrSvg(address: string): string {
  return toSVG({ bcid: 'qrcode', text: address })
}
