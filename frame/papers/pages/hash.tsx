/** A hash or code: in figures of one width, breaking anywhere. */
export function Hash({ text }: { text: string }) {
  return <span className="mono small paper-hash">{text}</span>
}
