// Whether a job of the run reports on all legs, as far as the texts of workflows tell.

/** Whether a workflow uses the report of this action, which is in `actionRepository`, or in the checkout where that is empty. */
export function usesReport(workflow: string, actionRepository: string): boolean {
  return usedBy(workflow).some(used => {
    const [path = ''] = used.split('@');
    return path === './report' || path.toLowerCase() === `${actionRepository}/report`.toLowerCase();
  });
}

/** The paths of the workflows in the same repository that a workflow calls. */
export function calledBy(workflow: string): string[] {
  return usedBy(workflow).flatMap(used => (CALLED.test(used) ? [used.slice('./'.length)] : []));
}

function usedBy(workflow: string): string[] {
  return [...workflow.matchAll(USES)].map(([, used = '']) => used);
}

const CALLED = /^\.\/\.github\/workflows\/[^/]+\.ya?ml$/;

const USES = /^[ \t-]*uses:[ \t]*['"]?([^\s'"#]{1,300})/gm;
