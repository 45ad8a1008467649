import { useNavigate } from '@tanstack/react-router'
import { Modal, Switch } from 'antd'
import { useEffect, useState } from 'react'
import { keyWords, shellWords } from '#shell/labels.ts'
import { useWords } from '#shell/language.tsx'
import './keyboard-help.css'

const offKey = 'lianguan.keys-off'
const shown = new EventTarget()

/** Opens the table of keys from anywhere. */
export function showKeyboardHelp(): void {
  shown.dispatchEvent(new Event('show'))
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

/**
 * The table of keys (press ?) and the keys themselves. Single keys can be turned off and never act while
 * somebody types (WCAG 2.1.4). Stands once in each layout.
 */
export function KeyboardHelp() {
  const words = useWords({ ...keyWords, title: shellWords.keys })
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [off, setOff] = useState(() => localStorage.getItem(offKey) === '1')

  useEffect(() => {
    const show = () => setOpen(true)
    shown.addEventListener('show', show)
    return () => shown.removeEventListener('show', show)
  }, [])

  useEffect(() => {
    if (off) return undefined
    let before = ''
    function press(event: KeyboardEvent) {
      if (typing(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
      const pair = before + event.key
      before = event.key === 'g' ? 'g' : ''
      if (event.key === '?') setOpen(true)
      else if (event.key === '/') findSearch(event)
      else if (pair === 'gh') void navigate({ to: '/workbench' })
      else if (pair === 'gi') void navigate({ to: '/inbox' })
      else if (pair === 'gm') document.getElementById('main')?.focus()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [off, navigate])

  const rows: [string[], string][] = [
    [['?'], words.help],
    [['/'], words.search],
    [['g', 'h'], words.home],
    [['g', 'i'], words.inbox],
    [['g', 'm'], words.main],
    [['↑', '↓', '←', '→'], words.next],
    [['Esc'], words.close],
  ]
  return (
    <Modal
      open={open}
      onCancel={() => setOpen(false)}
      title={words.title}
      footer={null}
      width={460}
    >
      <table className="key-table">
        <tbody>
          {rows.map(([keys, what]) => (
            <tr key={what}>
              <td>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </td>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label className="key-off">
        <Switch
          checked={off}
          aria-label={words.off}
          onChange={(next) => {
            localStorage.setItem(offKey, next ? '1' : '0')
            setOff(next)
          }}
        />
        <span>
          {words.off}
          <br />
          <span className="small quiet">{words.offHint}</span>
        </span>
      </label>
    </Modal>
  )
}

function findSearch(event: KeyboardEvent): void {
  const box = document.querySelector<HTMLInputElement>(
    'main input[type=search], main .ant-input-search input',
  )
  if (!box) return
  event.preventDefault()
  box.focus()
  box.select()
}
