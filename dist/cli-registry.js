import { p as git } from "./cli-settings.js";
import { i as readGitIdentity } from "./cli-identity.js";
// src/checkout/steps/doctor-git.ts
/** Looks at what git makes of a folder. Never rejects. */
async function examineGit(folder) {
	const ask = (...options) => git([
		...options,
		"-C",
		folder,
		"rev-parse",
		"--show-toplevel"
	]);
	const [plain, trusting, identity] = await Promise.all([
		ask(),
		ask("-c", "safe.directory=*"),
		readGitIdentity(folder)
	]);
	return {
		state: stateOf(plain.exitCode, trusting.exitCode),
		top: trusting.stdout.replace(/\n$/, ""),
		hasIdentity: Object.keys(identity).length === 2
	};
}
function stateOf(exitCode, whenTrusting) {
	if (exitCode === 0) return "repository";
	if (exitCode === 127) return "no git";
	return whenTrusting === 0 ? "distrusted" : "no repository";
}
// src/share/registry.ts
/** What docker or buildx says at its end, on one line: buildx puts what the registry said below its own words. */
function lastWords(output) {
	const lines = output.trim().split("\n");
	const error = lines.findLastIndex((line) => line.startsWith("ERROR: "));
	return lines.slice(error < 0 ? -1 : error).join(" ").replace(/\s+/g, " ").trim();
}
/** What an answer to a look-up means: there is none of that name, or it could not be asked. */
function lookUpFailure(said) {
	if (/not found|manifest unknown|name unknown|no such manifest|404/i.test(said)) return "absent";
	const refusal = refusalOf(said);
	return refusal === "denied" || refusal === "no-credentials" ? "absent" : refusal;
}
/** What a failed push means. */
function refusalOf(said) {
	if (/toomanyrequests|too many requests|rate limit|retry-after|\b429\b/i.test(said)) return "rate-limited";
	if (/no basic auth credentials|authentication required/i.test(said)) return "no-credentials";
	if (/denied|unauthorized|forbidden|not allowed|insufficient_scope|\b40[13]\b/i.test(said)) return "denied";
	return /connection refused|connection reset|closed network connection|broken pipe|no such host|timeout|timed out|unreachable|\bEOF\b|TLS handshake|certificate|server gave HTTP response|\b50[0234]\b/i.test(said) ? "unreachable" : "failed";
}
export { examineGit as i, lookUpFailure as n, refusalOf as r, lastWords as t };
