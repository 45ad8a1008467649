/** A hash or code in figures of one width, breaking anywhere. In: `kind` of hash, said in front of it. */
export function Hash({ kind, text }: { kind?: string; text: string }) {
  return (
    <>
      {kind && <span className="quiet small">{kind} </span>}
      <span className="mono small paper-hash">{text}</span>
    </>
  )
}
