const browsers: readonly [RegExp, string][] = [
  [/MicroMessenger/, '微信'],
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/HarmonyOS/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** A browser's name for itself in two words, such as `Edge · Windows`; itself when it is none we know. */
export function agentWords(agent: string): string {
  const found = (list: readonly [RegExp, string][]) => list.find(([sign]) => sign.test(agent))?.[1]
  const words = [found(browsers), found(systems)].filter((w) => w !== undefined)
  return words.length > 0 ? words.join(' · ') : agent.slice(0, 40) || '—'
}
