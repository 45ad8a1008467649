/** A subject whose building is finished: every duty of it has code and a test, or an honest reason. */
export interface FinishedSubject {
  /** The folder that holds it. */
  folder: string
  title: string
  /** Its duties, each by its own number. */
  duties: readonly string[]
  /** Why a duty has no code or no test. */
  reasons: Readonly<Record<string, string>>
}

/** One by one, as they stand in the list of duties. */
const numbers = (text: string) => text.trim().split(/\s+/)

/** Grows with every finished room; what is not listed here is still planned. */
export const finishedSubjects: readonly FinishedSubject[] = [
  {
    folder: 'frame/catalogue',
    title: '工作小组、成员单位和机制办公室',
    duties: numbers(`
      S1-023 S1-024 S1-025 S1-026 S1-027 S1-028 S1-029 S1-030 S1-031 S1-032 S1-033 S1-034 S1-035
      S1-036 S1-037 S1-038 S1-039 S1-040 S1-041
    `),
    reasons: {
      'S1-024': '工作原则，不是可以执行或检验的动作；由各部门共用一套系统体现',
    },
  },
  {
    folder: 'rooms/enrolment',
    title: '账号注册与办事信息',
    duties: numbers(`
      S2-001 S2-002 S2-003 S2-004 S2-005 S2-020 S2-021 S2-022 S2-023 S2-050 S2-051 S2-052 S2-064
      S2-065 S2-066 S2-067 S2-068 S2-069 S2-070 S2-071 S2-125
    `),
    reasons: {},
  },
  {
    folder: 'rooms/registration',
    title: '单位登记与变更',
    duties: numbers(`
      S2-024 S2-026 S2-072 S2-073 S2-074 S2-075 S2-076 S2-077 S2-078 S2-079 S2-080 S2-081 S2-082
      S2-083 S2-084 S2-085 S2-086 S2-087 S2-088 S2-089 S2-090 S2-091 S2-092 S2-093 S2-094 S2-095
      S2-096 S2-097 S2-098 S2-099 S2-100 S2-101 S2-102 S2-103 S2-104 S2-105 S2-106 S2-107 S2-108
      S2-109 S2-110 S2-111 S2-112 S2-113 S2-114 S2-115 S2-116 S2-117 S2-118 S2-119 S2-120 S2-121
      S2-122 S2-123 S2-124 S2-130 S2-131 S2-132 S2-133 S2-134 S2-135 S2-136 S2-138 S2-139 S2-140
      S2-141 S2-142 S2-144 S2-145
    `),
    reasons: {},
  },
  {
    folder: 'rooms/window',
    title: '窗口交验',
    duties: ['S2-006', 'S2-025', 'S2-129', 'S2-137', 'S2-143'],
    reasons: {},
  },
  {
    folder: 'rooms/licence',
    title: '特殊物品审批',
    duties: numbers(`
      S2-007 S2-008 S2-010 S2-011 S2-012 S2-013 S2-014 S2-015 S2-016 S2-017 S2-018 S2-019 S2-027
      S2-028 S2-029 S2-030 S2-031 S2-032 S2-033 S2-034 S2-035 S2-036 S2-037 S2-038 S2-039 S2-043
      S2-044 S2-045 S2-046 S2-047 S2-048 S2-049 S2-053 S2-054 S2-055 S2-056 S2-057 S2-058 S2-059
      S2-060 S2-061 S2-062 S2-063 S2-126 S2-127 S2-128 S2-146 S2-147 S2-148 S2-149 S2-150 S2-151
      S2-152 S2-153 S2-154 S2-155 S2-156 S2-157 S2-158 S2-159 S2-160 S2-161 S2-162 S2-163 S2-164
      S2-165 S2-166 S2-167 S2-168 S2-169 S2-170 S2-171 S2-172 S2-173 S2-174 S2-175 S2-176 S2-177
      S2-178 S2-179 S2-180 S2-181 S2-182 S2-183 S2-184 S2-185 S2-186 S2-187 S2-188 S2-189 S2-190
      S2-191 S2-192 S2-193 S2-194 S2-195 S2-196 S2-197 S2-198 S2-199 S2-200 S2-201 S2-202 S2-203
    `),
    reasons: {
      'S2-165':
        '指南编号缺第 3 项，没有可以执行的内容；据《出入境特殊物品卫生检疫管理规定》第九条推断为病原微生物材料，由 S2-173、S2-184、S2-188 各自体现',
    },
  },
]
