/**
 * Fills `{name}` places of a label, and chooses between one and many. In: `fill('剩 {n} 天', { n: 3 })`, or
 * `fill('{n} {n:day|days} left', { n: 1 })`. Out: `剩 3 天`, `1 day left`.
 */
export function fill(text: string, values: Record<string, string | number>): string {
  return text
    .replace(/\{(\w+):([^|{}]*)\|([^|{}]*)\}/g, (whole, name: string, one: string, many: string) =>
      name in values ? (Number(values[name]) === 1 ? one : many) : whole,
    )
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
