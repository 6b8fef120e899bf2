// src/core/local-sentence.ts
/** Inputs whose options are called otherwise. */
const OPTIONS = /* @__PURE__ */ new Map([["image", "tag"]]);
/** A sentence about an input, as one about the option of that name. */
function localSentence(sentence) {
	return sentence.replace(/\b[Ii]nput ([a-z]+(?:-[a-z]+)*)\b/g, (_, name, at) => `${at === 0 ? "Option" : "option"} --${OPTIONS.get(name) ?? name}`).replace("write \"lfs: true\" under \"with:\" of actions/checkout", "run \"git lfs install\", then \"git lfs pull\"").replace("that this job can read", "that you can read").replaceAll("the checkout", "the project");
}
export { localSentence as t };
