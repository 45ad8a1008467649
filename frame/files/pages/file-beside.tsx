import { CloseOutlined, ZoomInOutlined, ZoomOutOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { fill, useWords } from '#shell/language.tsx'
import type { ShownFile } from '#shell/parts/file-slot.ts'
import './file-beside.css'

const besideWords = {
  title: { zh: '随附文件：{name}', en: 'Document: {name}' },
  larger: { zh: '放大', en: 'Larger' },
  smaller: { zh: '缩小', en: 'Smaller' },
  close: { zh: '关闭查看', en: 'Close the document' },
  download: { zh: '下载', en: 'Download' },
} as const

const steps = [50, 75, 100, 125, 150, 200, 300, 400]
/** As wide as its place; the others by hundredths of it, or of its own size where a viewer reads it so. */
const plain = steps.indexOf(100)

/** A PDF or a picture beside a form, with zoom. In: the file, one for each `key`, and what closes it. */
export function FileBeside({ file, close }: { file: ShownFile; close: () => void }) {
  const words = useWords(besideWords)
  const [at, setAt] = useState(plain)
  const place = useRef<HTMLElement>(null)
  const zoom = steps[at]!
  const title = fill(words.title, { name: file.name })
  const href = `${file.href}/page`
  const view = at === plain ? 'view=FitH' : `zoom=${zoom}`
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' })
    place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section ref={place} className="card file-beside" aria-label={title} tabIndex={-1}>
      <header>
        <b title={file.name}>{file.name}</b>
        <Button
          size="small"
          type="text"
          icon={<ZoomOutOutlined />}
          aria-label={words.smaller}
          title={words.smaller}
          disabled={at === 0}
          onClick={() => setAt(at - 1)}
        />
        <output className="tabular small">{zoom}%</output>
        <Button
          size="small"
          type="text"
          icon={<ZoomInOutlined />}
          aria-label={words.larger}
          title={words.larger}
          disabled={at === steps.length - 1}
          onClick={() => setAt(at + 1)}
        />
        <a className="small" href={file.href} download>
          {words.download}
        </a>
        <Button
          size="small"
          type="text"
          icon={<CloseOutlined />}
          aria-label={words.close}
          title={words.close}
          onClick={close}
        />
      </header>
      {file.kind === 'pdf' ? (
        // a viewer reads its zoom once, when it opens
        // oxlint-disable-next-line react/iframe-missing-sandbox -- a browser's PDF viewer does not run in one; the answer's own policy loads nothing else
        <iframe key={`${file.id}-${zoom}`} title={title} src={`${href}#navpanes=0&${view}`} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
        <div className="file-beside-picture" tabIndex={0}>
          <img src={href} alt={file.name} style={{ width: `${zoom}%` }} />
        </div>
      )}
    </section>
  )
}
