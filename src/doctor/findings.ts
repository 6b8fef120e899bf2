/** Something that was looked at: as it should be, worth a look, or in the way. */
export type Finding = {
  mark: 'ok' | 'note' | 'wrong';
  subject: string;
  text: string;
  /** What to do about it. */
  cure?: string;
};

/** Findings about one thing. */
export type Section = { title: string; findings: Finding[] };

/** A finding that is as it should be. */
export function ok(subject: string, text: string): Finding {
  return { mark: 'ok', subject, text };
}

/** A finding that is worth a look. */
export function note(subject: string, text: string, cure: string): Finding {
  return { mark: 'note', subject, text, cure };
}

/** A finding that is in the way. */
export function wrong(subject: string, text: string, cure: string): Finding {
  return { mark: 'wrong', subject, text, cure };
}

/** Sections without what is as it should be. */
export function worthALook(sections: Section[]): Section[] {
  return sections
    .map(({ title, findings }) => ({ title, findings: findings.filter(({ mark }) => mark !== 'ok') }))
    .filter(({ findings }) => findings.length > 0);
}

/** How many findings are marked so. */
export function countMarked(sections: Section[], mark: Finding['mark']): number {
  return sections.flatMap(({ findings }) => findings).filter(finding => finding.mark === mark).length;
}

/** What it comes to, in one sentence. */
export function verdictOf(sections: Section[]): string {
  const things = (count: number) => (count === 1 ? '1 thing is' : `${count} things are`);
  const notes = countMarked(sections, 'note');
  const wrongs = countMarked(sections, 'wrong');
  const worth = notes === 0 ? '' : `; ${things(notes)} worth a look`;
  if (wrongs > 0) return `${things(wrongs)} wrong${worth}.`;
  return notes === 0 ? 'All is well.' : `Nothing is wrong${worth}.`;
}
