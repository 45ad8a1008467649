/** A name a zip may carry no longer than this, so that a folder unpacks anywhere. */
const longest = 80

/** Names that Windows keeps for its devices. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i

/** One part of a path as every system takes it: no folder in it, no way up, no device, not too long. */
export function safeName(text: string): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_')
    .replace(/^[. ]+/, '_')
    .replace(/[. ]+$/, '')
  const ending = /\.[a-z0-9]{1,5}$/i.exec(plain)?.[0] ?? ''
  const stem = Array.from(plain.slice(0, plain.length - ending.length))
    .slice(0, longest)
    .join('')
  const name = `${stem}${ending}` || '_'
  return devices.test(name) ? `_${name}` : name
}

/** Gives each path once: a second one of the same name, whatever its case, gets a number. */
export function pathsOnce(): (path: string) => string {
  const seen = new Set<string>()
  return (path) => {
    const ending = /\.[a-z0-9]{1,5}$/i.exec(path)?.[0] ?? ''
    const stem = path.slice(0, path.length - ending.length)
    let once = path
    for (let n = 2; seen.has(once.toLowerCase()); n += 1) once = `${stem} (${n})${ending}`
    seen.add(once.toLowerCase())
    return once
  }
}
