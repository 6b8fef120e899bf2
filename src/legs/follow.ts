// Whether a job of the workflow reports on all legs, as far as the texts of workflows tell.

/** Whether a workflow uses the report of this action, which is in `actionRepository`, or in the checkout where that is empty. */
export function usesReport(workflow: string, actionRepository: string): boolean {
  return [...workflow.matchAll(USES)].some(([, used = '']) => {
    const [path = ''] = used.split('@');
    return path === './report' || path.toLowerCase() === `${actionRepository}/report`.toLowerCase();
  });
}

const USES = /^[ \t-]*uses:[ \t]*['"]?([^\s'"#]{1,300})/gm;
