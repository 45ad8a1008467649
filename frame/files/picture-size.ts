const mostSide = 20_000
const mostPixels = 100_000_000

/** Whether a picture can be opened by ordinary programs without trouble. In: pixels. */
export function pictureSizeFits(width: number, height: number): boolean {
  return (
    width > 0 &&
    height > 0 &&
    width <= mostSide &&
    height <= mostSide &&
    width * height <= mostPixels
  )
}
