// Whether the base images of a run entry are still what it was built on.

/** What the registries say of base images. */
export type BaseAnswer = {
  /** Reference of a base image that is not what it was, if there is one. */
  moved?: string;
  /** References that no registry could be asked about. */
  unanswered: string[];
};

/** The digest that a reference names itself, if it does: such an image can't move. */
export function fixedDigest(reference: string): string | undefined {
  return /@(sha256:[0-9a-f]{64})$/.exec(reference)?.[1];
}

/** Compares the digests that base images have now, undefined where nobody answered, with those that they once had. */
export function judgeBases(
  answers: { reference: string; digest: string | undefined }[],
  known: Record<string, string>,
): BaseAnswer {
  const moved = answers.find(({ reference, digest }) => digest !== undefined && digest !== known[reference]);
  return {
    ...(moved ? { moved: moved.reference } : {}),
    unanswered: answers.filter(({ digest }) => digest === undefined).map(({ reference }) => reference),
  };
}

/** What to tell of base images that were taken as unchanged; `answer` is undefined where it took too long. */
export function baseNotices(answer: BaseAnswer | undefined, references: string[]): string[] {
  return (answer?.unanswered ?? references).map(
    base => `The registry could not be asked whether the base image ${base} has changed: it was taken as unchanged.`,
  );
}
