import { useState } from 'react'

/** How a person wants one register: columns taken away or added, and tight rows. */
export interface TableChoices {
  hidden: readonly string[] | null
  dense: boolean
}

const keptUnder = (name: string) => `lianguan.table.${name}`

function kept(name: string): TableChoices {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keptUnder(name)) ?? 'null')
    if (typeof value === 'object' && value !== null) return value as TableChoices
  } catch {
    // a damaged choice is no choice
  }
  return { hidden: null, dense: true }
}

/** The choices of a person for one register, kept on this machine. */
export function useTableChoices(name: string) {
  const [choices, setChoices] = useState(() => kept(name))
  function choose(next: Partial<TableChoices>) {
    const all = { ...choices, ...next }
    localStorage.setItem(keptUnder(name), JSON.stringify(all))
    setChoices(all)
  }
  return { choices, choose }
}
