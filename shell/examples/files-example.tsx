import { useState } from 'react'
import { CallError, offlineError } from '#shell/call-error.ts'
import { FileBox } from '#shell/parts/file-box.tsx'
import type { ShownFile, UploadWatch } from '#shell/parts/file-slot.ts'
import { PageHead } from '#shell/parts/page-head.tsx'
import { descriptionFiles, descriptionSlot, reportFiles, reportSlot } from './case-samples.ts'
import { Example } from './example.tsx'

/** Slots filled, empty and read only; a name with 宏 is refused, one with 断 loses its connection once. */
export function FilesExample() {
  const [files, setFiles] = useState<readonly ShownFile[]>(descriptionFiles)
  const [broken, setBroken] = useState(false)
  async function upload(file: File, watch: UploadWatch) {
    for (let share = 0; share <= 1; share += 0.2) {
      await new Promise((go) => setTimeout(go, 150))
      watch.progress(share)
      if (file.name.includes('断') && share > 0.5 && !broken) {
        setBroken(true)
        throw offlineError()
      }
    }
    if (file.name.includes('宏'))
      throw new CallError({
        kind: 'refused',
        status: 422,
        title: '这个文件不能接受',
        detail: '',
        reasons: [
          {
            duty: null,
            code: 'macro',
            message: '文件里有宏。请在 Word 中另存为不含宏的 .docx 后重新上传。',
          },
        ],
      })
    const version = Math.max(0, ...files.map((f) => f.version)) + 1
    setFiles([
      ...files,
      {
        id: `n${version}`,
        name: file.name,
        bytes: file.size,
        at: new Date().toISOString(),
        by: '王晓彤',
        version,
        href: '#new',
        scan: 'unscanned',
      },
    ])
  }
  return (
    <>
      <PageHead
        title="文件"
        hint="文件在浏览器里先算出指纹（SHA-256），服务器收到后核对；断线后从断处继续。"
      />
      <Example name="可以上传" bare>
        <FileBox slot={descriptionSlot} files={files} upload={upload} />
        <FileBox slot={reportSlot} files={[]} upload={upload} />
      </Example>
      <Example name="只看" bare>
        <FileBox slot={reportSlot} files={reportFiles} />
        <FileBox slot={{ ...reportSlot, at: 'slot-none', required: false }} files={[]} />
      </Example>
    </>
  )
}
