/** Words of the pages of papers. */
export const paperWords = {
  register: { zh: '文书登记簿', en: 'Register of papers' },
  paper: { zh: '文书', en: 'Paper' },
  search: { zh: '文号、收文单位或文书名称', en: 'Number, recipient or title' },
  number: { zh: '文号', en: 'Number' },
  kind: { zh: '文书种类', en: 'Kind' },
  title: { zh: '文书名称', en: 'Title' },
  recipient: { zh: '收文单位', en: 'Recipient' },
  issuer: { zh: '制发机关', en: 'Issued by' },
  day: { zh: '成文日期', en: 'Date' },
  status: { zh: '状态', en: 'Status' },
  none: { zh: '还没有文书', en: 'No papers yet' },
  noneHint: {
    zh: '受理、补正、许可等事项办结时，文书会自动编号、生成并登记在这里。',
    en: 'A paper is numbered, made and entered here when a case is accepted, decided and so on.',
  },
  sample: { zh: '样章', en: 'Sample' },
  says: { zh: '文书所载', en: 'What it says' },
  standing: { zh: '效力', en: 'Standing' },
  since: { zh: '（{day}起）', en: ' (since {day})' },
  file: { zh: '文件', en: 'File' },
  download: { zh: '下载 PDF', en: 'Download PDF' },
  ledgerProof: { zh: '留痕证明', en: 'Ledger proof' },
  proof: { zh: '下载（.tlog-proof）', en: 'Download (.tlog-proof)' },
  pages: { zh: '{n} 页，{size}', en: '{n} {n:page|pages}, {size}' },
  signedAt: { zh: '签名时间', en: 'Signed' },
  fileHash: { zh: '文件指纹', en: 'File hash' },
  signer: { zh: '证书指纹', en: 'Certificate hash' },
  code: { zh: '核验码', en: 'Code' },
  making: {
    zh: '文书正在生成，通常只要几秒钟。',
    en: 'The paper is being made; it takes seconds.',
  },
  trouble: { zh: '未能生成的原因', en: 'Why it could not be made' },
} as const

/** Words of the public check. */
export const verifyWords = {
  title: { zh: '核验文书', en: 'Verify a paper' },
  hint: {
    zh: '扫描文书左下角的二维码，或输入印在旁边的核验码，可以看到系统里登记的同一份内容，以及它现在是否有效。',
    en: 'Scan the code at the bottom left of the paper, or type the letters beside it: you see the same facts as registered, and whether they still hold.',
  },
  code: { zh: '核验码', en: 'Code' },
  codeHint: {
    zh: '20 位字母和数字，大小写、空格和横线不限',
    en: '20 letters and digits; case, spaces and dashes do not matter',
  },
  check: { zh: '核验', en: 'Verify' },
  again: { zh: '核验另一份', en: 'Check another' },
  holds: { zh: '有效', en: 'In force' },
  holdsNot: { zh: '无效', en: 'Not in force' },
  checkedAt: { zh: '截至 {at}（北京时间）', en: 'As of {at}, Beijing time' },
  sample: { zh: '样章', en: 'Sample' },
  sampleMeans: {
    zh: '由演示环境签发，不具有法律效力。按所载内容：',
    en: 'Issued by a demonstration, without legal effect. By what it says: ',
  },
  compare: {
    zh: '请逐项对照手中的文书。内容不一致的，以此处登记的为准，并请联系制发机关。',
    en: 'Compare each line with the paper in your hand. Where they differ, this register holds.',
  },
  own: { zh: '核对电子文件', en: 'Check an electronic file' },
  ownHint: {
    zh: '选择您收到的 PDF。文件只在您的浏览器里计算，不会上传。',
    en: 'Choose the PDF you received. It is computed in your browser and not sent anywhere.',
  },
  choose: { zh: '选择 PDF 文件', en: 'Choose the PDF' },
  same: {
    zh: '一致：这就是签发的那个文件，一个字节也没有改。',
    en: 'The very file that was issued.',
  },
  other: {
    zh: '不一致：这个文件不是签发的原件，可能被改动、另存或打印后再扫描。',
    en: 'Not the file that was issued: altered, saved anew, or scanned from print.',
  },
  notHere: {
    zh: '此浏览器在非加密连接下不能计算。请改用 https 网址，或用其他工具计算 SHA-256 后与下方比对。',
    en: 'This browser computes nothing over plain http. Use https, or compare the SHA-256 below.',
  },
  technical: { zh: '签名与留痕', en: 'Signature and ledger' },
} as const
