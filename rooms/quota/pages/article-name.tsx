import './quota.css'

/** The names of one line of a permit: Chinese, and English below in small. */
export function articleName(line: { nameZh: string; nameEn: string }) {
  return (
    <>
      {line.nameZh}
      <p className="small quiet article-name" lang="en">
        {line.nameEn}
      </p>
    </>
  )
}
