import { sql } from 'kysely'
import type { Tx } from '#frame/db/connect.ts'
import type { Findings } from '#frame/ledger/findings.ts'
import type { FurtherCheck } from '#frame/ledger/verify.ts'
import { frozenText, sha256Hex } from './frozen.ts'
import { onDiskAs } from './paper-store.ts'
import type { FrozenPaper } from './sheet.ts'

interface Row extends FrozenPaper {
  factsSha256: string
  fileSha256: string | null
  /** What the two leaves of the paper say; null when there is no such event. */
  issuedFacts: string | null
  issuedLeaf: number | null
  signedFile: string | null
  signedLeaf: number | null
}

/**
 * The part of `ledger:verify` about papers: what stands on each must give the hash that was entered when
 * it was issued, and its kept file the hash that was entered when it was signed. In: the data folder.
 */
export function paperCheck(dataDir: string): FurtherCheck {
  return {
    words: { zh: '份文书', en: 'papers' },
    async check(tx, findings) {
      let count = 0
      for await (const row of everyPaper(tx)) {
        count += 1
        checkFacts(row, findings)
        await checkFile(row, dataDir, findings)
      }
      return count
    },
  }
}

function checkFacts(row: Row, findings: Findings): void {
  const now = sha256Hex(frozenText(row))
  if (now === row.factsSha256 && now === row.issuedFacts) return
  findings.add(
    row.issuedLeaf,
    `文书 ${row.number} 现在的内容与签发时记入留痕的不符：数据库中的文书被绕过程序改动。`,
    `what paper ${row.number} says now is not what was entered when it was issued: its row was altered around the program.`,
  )
}

async function checkFile(row: Row, dataDir: string, findings: Findings): Promise<void> {
  if (row.fileSha256 !== row.signedFile)
    findings.add(
      row.signedLeaf,
      `文书 ${row.number} 登记的文件是 ${row.fileSha256 ?? '无'}，而签章时记入留痕的是 ${row.signedFile ?? '无'}：登记被绕过程序改动。`,
      `paper ${row.number} names file ${row.fileSha256 ?? 'none'}, but ${row.signedFile ?? 'none'} was entered when it was signed: the row was altered around the program.`,
    )
  const sha256 = row.signedFile ?? row.fileSha256
  if (sha256 === null) return
  const found = await onDiskAs(dataDir, sha256)
  if (found === 'gone')
    findings.add(
      row.signedLeaf,
      `文书 ${row.number} 的文件 ${sha256}.pdf 不在数据文件夹中：文件被删除或没有恢复，请从备份取回。`,
      `file ${sha256}.pdf of paper ${row.number} is not in the data folder: it was deleted or not restored; take it from a backup.`,
    )
  if (found === 'altered')
    findings.add(
      row.signedLeaf,
      `文书 ${row.number} 的文件与签章时记入留痕的哈希不符：文件被改动或损坏，请从备份取回。`,
      `the file of paper ${row.number} does not give the hash entered when it was signed: it was altered or damaged; take it from a backup.`,
    )
}

/** Every paper beside what the ledger says of it, in the order of issue. */
async function* everyPaper(tx: Tx): AsyncGenerator<Row> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const { rows } = await sql<Row>`
      select p.id, p.kind, p.template, p.title, p.number, p.issuer, p.day, p.code, p.facts,
             p.facts_sha256 as "factsSha256", s.file_sha256 as "fileSha256",
             i.facts as "issuedFacts", i.leaf as "issuedLeaf",
             f.file as "signedFile", f.leaf as "signedLeaf"
        from paper p
        left join paper_state s on s.unit_id = p.unit_id and s.id = p.id
        left join lateral (
          select e.body_json #>> '{body,factsSha256}' as facts, l.leaf_index as leaf
            from audit_event e left join audit_leaf l on l.event_id = e.id
           where e.subject_kind = 'paper' and e.subject_id = p.id::text and e.act = 'paper.issue'
           order by e.id limit 1) i on true
        left join lateral (
          select e.body_json #>> '{body,fileSha256}' as file, l.leaf_index as leaf
            from audit_event e left join audit_leaf l on l.event_id = e.id
           where e.subject_kind = 'paper' and e.subject_id = p.id::text and e.act = 'paper.sign'
           order by e.id limit 1) f on true
       where p.id > ${after}::uuid
       order by p.id
       limit 500`.execute(tx)
    yield* rows
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}
