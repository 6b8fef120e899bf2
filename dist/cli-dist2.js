export { r as TomlError, t as parse } from "./cli-dist.js";
