import { r as TomlError, t as parse } from "./cli-dist.js";
import { c as plain, k as UserError } from "./cli-markup.js";
// src/steps/toml.ts
/** Reads TOML. Fails with a sentence that names the file and the line. */
function parseToml(text, path) {
	try {
		return parse(text.replace(/^\ufeff/, ""));
	} catch (error) {
		if (!(error instanceof TomlError)) throw error;
		const [reason = ""] = error.message.replace("Invalid TOML document: ", "").split("\n");
		throw new UserError(`${path} is no valid TOML in line ${error.line} (${plain(reason)}): correct that line.`);
	}
}
export { parseToml };
