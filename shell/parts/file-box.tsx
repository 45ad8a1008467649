import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState, type MouseEvent } from 'react'
import { asCallError } from '#shell/call-error.ts'
import { showInstant, showSize } from '#shell/format.ts'
import { fill, useLanguage, useWord, useWords } from '#shell/language.tsx'
import { saveFile } from '#shell/save-file.ts'
import { isKeyShown } from '#shell/shown-key.ts'
import { Dots } from './dots.tsx'
import { DutyChip } from './duty-chip.tsx'
import { isShownInside } from '#frame/files/file-kind.ts'
import { endingsOf, type FileSlot, type ShownFile, type UploadWatch } from './file-slot.ts'
import { fileWords } from './file-words.ts'
import { FileUploads, useUploads } from './file-uploads.tsx'
import { RemarkPin } from './remark-pin.tsx'
import { remarksAt, type Remark } from './remark.ts'
import './file-box.css'

/**
 * A document slot: its rule and why it is asked for, the files in it with their versions, and, with
 * `upload`, a way to bring one by button or by dropping it. In: `upload` sends one file (see
 * `shell/upload.ts`) and throws a CallError with reasons; `remove` takes one away.
 */
export function FileBox(props: {
  slot: FileSlot
  files: readonly ShownFile[]
  upload?: (file: File, watch: UploadWatch) => Promise<unknown>
  remove?: (file: ShownFile) => Promise<unknown>
  remarks?: readonly Remark[]
  onRemark?: (at: string, text: string) => Promise<unknown>
  /** Shows a file beside the page, where a browser can. */
  onOpen?: (file: ShownFile) => void
}) {
  const words = useWords(fileWords)
  const word = useWord()
  const { language } = useLanguage()
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const { slot, upload } = props
  const { uploads, start, retry, drop } = useUploads(slot, upload)
  const newest = Math.max(0, ...props.files.map((f) => f.version))
  const current = props.files.filter((f) => slot.many || f.version === newest)
  const older = props.files.filter((f) => !current.includes(f))
  const pick = current.length === 0 ? words.choose : slot.many ? words.addOne : words.replace
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a shortcut; the button does the same
    <div
      className="file-box"
      data-place={slot.at}
      data-over={over}
      onDragOver={(e) => {
        if (!upload) return
        e.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(e) => {
        setOver(false)
        if (!upload) return
        e.preventDefault()
        start([...e.dataTransfer.files])
      }}
    >
      <div className="file-rule">
        <h3>
          {word(slot.title)}
          {slot.required ? (
            <span className="form-required"> *</span>
          ) : (
            <span className="small quiet"> {words.optional}</span>
          )}
        </h3>
        {slot.duty && <DutyChip duty={slot.duty} />}
        <RemarkPin
          what={word(slot.title)}
          remarks={remarksAt(props.remarks, slot.at)}
          onAdd={props.onRemark && ((text) => props.onRemark!(slot.at, text))}
        />
        <p className="small quiet">
          {slot.why && word(slot.why)}{' '}
          {fill(words.takes, {
            kinds: endingsOf(slot).join(language === 'zh' ? '、' : ', '),
            size: showSize(slot.mostBytes),
          })}
        </p>
      </div>
      {upload && (
        <>
          <Button
            className="file-pick no-print"
            icon={<UploadOutlined />}
            aria-label={`${pick}：${word(slot.title)}`}
            onClick={() => picker.current?.click()}
          >
            {pick}
          </Button>
          <input
            ref={picker}
            type="file"
            hidden
            accept={endingsOf(slot).join(',')}
            multiple={slot.many ?? false}
            onChange={(e) => {
              start([...(e.target.files ?? [])])
              e.target.value = ''
            }}
          />
        </>
      )}
      {current.length === 0 && uploads.length === 0 && (
        <p className="file-none quiet">{upload ? words.noneDrop : words.none}</p>
      )}
      <ul className="file-list">
        {current.map((file) => (
          <OneFile key={file.id} file={file} remove={props.remove} onOpen={props.onOpen} />
        ))}
      </ul>
      <FileUploads uploads={uploads} retry={retry} drop={drop} />
      {older.length > 0 && (
        <details className="file-older">
          <summary>{fill(words.older, { n: older.length })}</summary>
          <ul className="file-list">
            {older.map((file) => (
              <OneFile key={file.id} file={file} old />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function OneFile(props: {
  file: ShownFile
  old?: boolean
  remove?: ((file: ShownFile) => Promise<unknown>) | undefined
  onOpen?: ((file: ShownFile) => void) | undefined
}) {
  const words = useWords(fileWords)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const { file, remove } = props
  function open(event: MouseEvent) {
    if (!isKeyShown()) return
    event.preventDefault()
    setFault(null)
    saveFile(file.href, file.name).catch((error: unknown) => setFault(asCallError(error).message))
  }
  return (
    <li className="file-one" data-old={props.old}>
      <a href={file.href} download onClick={open}>
        {file.name}
      </a>
      {fault && <span role="alert">{fault}</span>}
      <span className="small quiet">
        <Dots
          of={[
            fill(words.version, { n: file.version }),
            showSize(file.bytes),
            showInstant(file.at),
            file.by,
          ]}
        />
      </span>
      {props.onOpen && file.kind && isShownInside(file.kind) && file.scan !== 'waiting' && (
        <Button size="small" onClick={() => props.onOpen?.(file)}>
          {words.beside}
        </Button>
      )}
      {file.scan === 'waiting' && <span className="file-scan">{words.scanWaiting}</span>}
      {file.scan === 'unscanned' && <span className="file-scan">{words.unscanned}</span>}
      {remove && (
        <Button
          size="small"
          type="text"
          loading={busy}
          aria-label={fill(words.removeOne, { name: file.name })}
          onClick={() => {
            setBusy(true)
            void remove(file).finally(() => setBusy(false))
          }}
        >
          {words.remove}
        </Button>
      )}
    </li>
  )
}
