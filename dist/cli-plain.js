// src/text/sentence.ts
/** A sentence of the texts and parts of a template, which may be sentences themselves. One that fits everybody is a text. */
function sentence(texts, ...values) {
	const parts = texts.flatMap((text, index) => [text, ...partsOf(values[index] ?? "")]);
	return parts.every((part) => typeof part === "string") ? parts.join("") : parts;
}
/** Several sentences as one. */
function joined(sentences, separator) {
	return sentences.flatMap((sentence, index) => [...index === 0 ? [] : [separator], ...partsOf(sentence)]);
}
/** The sentence with the file of settings at each input whose value comes from it, as far as none is named there yet. */
function withSource(sentence, source) {
	if (typeof sentence === "string" || !source) return sentence;
	return sentence.map((part) => typeof part === "object" && "input" in part && source.names.includes(part.input) ? {
		origin: source.origin,
		...part
	} : part);
}
/** The sentence as its addressee is told it; `source` says where the values of inputs come from. */
function render(sentence, addressee, source) {
	let text = "";
	for (const part of partsOf(withSource(sentence, source))) if (typeof part === "string") text += part;
	else text += "input" in part ? nameOf(part, addressee, text === "" || text.endsWith("\n")) : part[addressee];
	return text;
}
function partsOf(value) {
	if (typeof value === "number") return [String(value)];
	return Array.isArray(value) ? value : [value];
}
function nameOf({ input, option, origin }, addressee, isFirst) {
	if (origin !== void 0) return `${isFirst ? "The setting " : ""}${input} in ${origin}`;
	if (addressee === "job") return `${isFirst ? "Input" : "the input"} ${input}`;
	if (option === void 0) return `${isFirst ? "The" : "the"} setting ${input}`;
	return `${isFirst ? "Option" : "the option"} --${option}`;
}
// src/text/errors.ts
/**
* A mistake that the user can fix: its sentence says what is wrong, where, and the cure. The message has that in the
* words of a job.
*/
var UserError = class extends Error {
	name = "UserError";
	#sentence;
	constructor(sentence) {
		super(render(sentence, "job"));
		this.#sentence = sentence;
	}
	get sentence() {
		return this.#sentence;
	}
};
/** The text of anything that was thrown. */
function messageOf(error) {
	return error instanceof Error ? error.message : String(error);
}
/** The sentence of anything that was thrown. */
function sentenceOf(error) {
	return error instanceof UserError ? error.sentence : messageOf(error);
}
// src/text/plain.ts
/** `a`, `a and b`, `a, b and c`. */
function listed(names) {
	return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
/** Bytes of a text in UTF-8. */
function byteLength(text) {
	return new TextEncoder().encode(text).length;
}
/** A foreign text within a sentence: on one line, shortened, in quotes. */
function quoted(text) {
	const flat = text.replace(/\s+/g, " ").trim();
	return `"${flat.length > 100 ? `${flat.slice(0, 100)}…` : flat}"`;
}
/** Text without the escape sequences that colour a terminal, and without characters that steer or mislead one. */
function plain(text) {
	return text.replace(ESCAPE_SEQUENCES, "").replace(/[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "").toWellFormed();
}
/**
* Text in whose lines a runner finds no command. It looks for `::name::` at a line's start, after white space, and for
* `##[name]` anywhere.
*/
function withoutCommands(text) {
	return text.split(/\r\n|[\n\r]/).map((line) => line.replace(/^([\s\u0085]*):(?=:)/, "$1: ").replaceAll("##[", "## [")).join("\n");
}
/** Text in which addresses have no query: that of a signed one lets everybody in. */
function withoutQueries(text) {
	return text.replace(/\?[^\s'"?=]*=[^\s'"]*/g, "?…");
}
/** Colours and cursor movements, titles and links of terminals. */
const ESCAPE_SEQUENCES = /\x1b(?:\[[0-9;?]{0,20}[A-Za-z]|\][^\x07\x1b]{0,2000}(?:\x07|\x1b\\)?)/g;
export { withoutCommands as a, messageOf as c, render as d, sentence as f, quoted as i, sentenceOf as l, listed as n, withoutQueries as o, withSource as p, plain as r, UserError as s, byteLength as t, joined as u };
