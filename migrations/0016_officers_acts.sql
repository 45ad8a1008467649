-- S2-036, S2-038 how often a case was sent back: `returns` from the second review to the first, and this
-- from the first review to the window (C-24)
alter table licence_case add column window_returns integer not null default 0;
-- why the first review sent it back to the window, while it lies there: { why, day }
alter table licence_case add column window_return jsonb;
-- C-36 prohibitions the leader cleared: [{ prohibition, exception, basis, day }]
alter table licence_case add column clearances jsonb not null default '[]';
-- 行政许可法 44 how and when the decision reached the applicant: { way, day, note }
alter table licence_case add column delivery jsonb;
