import { Y as isStartedByNpx, j as byteSize, nt as join$1, o as noInputs, rt as quote, tt as readPerson } from "./cli-settings.js";
import { A as readIgnore, H as trackedFiles, M as asPattern, N as findWithin, S as readStage, b as readAllCopies, i as lt, j as asPathPattern, m as completeInputs, n as validRange, p as foldersUpwards, s as DEPENDENCY_FILES, t as satisfies, x as readCopies } from "./cli-pep440.js";
import { c as messageOf, i as quoted, r as plain, s as UserError } from "./cli-plain.js";
import { access, lchown, lstat, mkdir, open, readFile, readdir, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { constants, existsSync } from "node:fs";
import { createInterface } from "node:readline/promises";
// src/init/ini.ts
/** The text of a section; undefined where there is none of that name. */
function sectionOf(text, name) {
	const [, ...sections] = text.split(/^\[/m);
	return sections.find((section) => section.startsWith(`${name}]`))?.slice(name.length + 1);
}
/** The lines of a value, which may go on in lines that are indented, without empty ones and comments. */
function valueIn(section, key) {
	const lines = section.split(/\r?\n/);
	const at = lines.findIndex((line) => line.startsWith(key) && /^[ \t]*[=:]/.test(line.slice(key.length)));
	if (at < 0) return void 0;
	const end = lines.findIndex((line, index) => index > at && /^[^\s#;]/.test(line));
	return [(lines[at] ?? "").slice(key.length).replace(/^[ \t]*[=:]/, ""), ...lines.slice(at + 1, end < 0 ? void 0 : end)].map((line) => line.trim()).filter((line) => line !== "" && !/^[#;]/.test(line));
}
// src/init/requirements.ts
/** Folders of a project that are no projects of their own. */
const PARTS = /^(?:tests?|docs?|ci|tools?|scripts?|examples?|benchmarks?|requirements?|reqs?)$/i;
/** What a file of requirements is for by its path; undefined where it is none. */
function requirementsFile(path) {
	const parts = path.split("/");
	const name = parts.pop() ?? "";
	const isInFolder = /^(?:requirements?|reqs?)$/i.test(parts.at(-1) ?? "");
	if (!/\.(?:txt|in|pip)$/i.test(name)) return void 0;
	if (!isInFolder && !/^(?:.*[-_.])?(?:requirements?|reqs?)(?:[-_.].*)?\.\w+$/i.test(name)) return void 0;
	const at = parts.findIndex((part) => PARTS.test(part));
	const root = (at < 0 ? parts : parts.slice(0, at)).join("/");
	const below = at < 0 ? [] : parts.slice(at + 1);
	if (parts.length > 3 || below.some((part) => !/^(?:requirements?|reqs?)$/i.test(part))) return void 0;
	return {
		path,
		root,
		purpose: purposeOf([...at < 0 ? [] : parts.slice(at), name].join("/"))
	};
}
function purposeOf(path) {
	const words = path.toLowerCase().split(/[^a-z]+/);
	const has = (...some) => some.some((word) => words.includes(word));
	const others = [
		"doc",
		"docs",
		"lint",
		"style",
		"quality",
		"typing",
		"mypy",
		"build",
		"release",
		"publish",
		"deploy"
	];
	const rest = [
		"examples",
		"example",
		"benchmark",
		"benchmarks",
		"optional",
		"extra",
		"extras",
		"constraints",
		"ci"
	];
	if (has(...others, ...rest, "tools", "tool", "scripts", "pip", "tox")) return "other";
	if (has("test", "tests", "testing")) return "test";
	return has("dev", "devel", "develop", "development", "local", "maintainer") ? "dev" : "base";
}
/** The files of requirements among some paths, of the project itself first: what is installed, then tests, then the rest. */
function requirementsFiles(paths) {
	const found = paths.flatMap((path) => requirementsFile(path) ?? []);
	const rank = ({ path, root, purpose }) => {
		const [first = ""] = [
			"requirements.txt",
			"base",
			"main",
			"common",
			"prod"
		].filter((word) => path.includes(word));
		const order = [
			"requirements.txt",
			"base",
			"main",
			"common",
			"prod",
			""
		].indexOf(first);
		const use = [
			"base",
			"test",
			"dev",
			"other"
		].indexOf(purpose);
		return [
			root === "" ? 0 : 1,
			use,
			order,
			path.endsWith(".in") ? 1 : 0,
			path.split("/").length
		];
	};
	const compiled = new Set(found.map(({ path }) => path.replace(/\.txt$/, ".in")));
	return found.filter(({ path }) => !path.endsWith(".in") || !compiled.has(path) || !paths.includes(path.replace(/\.in$/, ".txt"))).map((file) => ({
		file,
		rank: rank(file)
	})).sort((a, b) => compare(a.rank, b.rank) || (a.file.path < b.file.path ? -1 : 1)).map(({ file }) => file);
}
function compare(a, b) {
	const at = a.findIndex((value, index) => value !== b[index]);
	return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}
/** How lines of requirements for code in the project begin, for `sed -E`; an address such as `git+https:` makes them another's. */
const OWN_CODE = "(-e|--editable|[.]|file:)";
const ADDRESS = "[+][a-z]+:";
/** The project itself, with sets of its packages. */
const OWN_EXTRAS = /^(?:-e|--editable)?[\s=]*["']?(?:\.\/?|file:\.)\[([^\]]*)\]/;
/** Reads a file of requirements. What is no requirement is left to pip. */
function readRequirements(text) {
	const lines = text.replace(/\\\r?\n/g, " ").split(/\r?\n/).map((line) => line.replace(/(?:^|\s)#.*$/, "").trim());
	return {
		names: lines.flatMap(requirementName),
		includes: lines.flatMap((line) => pathAfter(/^(?:-r\s*|--requirement(?:\s+|=))/, line)),
		constraints: lines.flatMap((line) => pathAfter(/^(?:-c\s*|--constraint(?:\s+|=))/, line)),
		hasOwnCode: lines.some((line) => new RegExp(`^(-e|--editable|[.]|file:)`).test(line) && !(/* @__PURE__ */ new RegExp("[+][a-z]+:")).test(line)),
		ownExtras: lines.flatMap((line) => OWN_EXTRAS.exec(line)?.[1]?.split(",").map(normalName) ?? []),
		takesGit: lines.some((line) => /\bgit\+/.test(line)),
		onMachine: lines.filter((line) => /^[\w.[\],-]+\s*@\s*file:/.test(line))
	};
}
/** pip splits a line as a shell does; what is on the network is none of ours. */
function pathAfter(option, line) {
	if (!option.test(line)) return [];
	const [, double, single, bare] = /^(?:"([^"]*)"|'([^']*)'|(\S+))/.exec(line.replace(option, "")) ?? [];
	const path = double ?? single ?? bare ?? "";
	return path === "" || /^[a-z+]+:\/\//i.test(path) ? [] : [path];
}
/** The package that a requirement is for, in pip's spelling; none where it is no requirement by name. */
function requirementName(requirement) {
	const [, name] = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:[[(<>=!~;@ ]|$)/.exec(requirement.trim()) ?? [];
	return name === void 0 ? [] : [normalName(name)];
}
/** A package's name as pip compares it. */
function normalName(name) {
	return name.trim().replace(/[-_.]+/g, "-").toLowerCase();
}
// node_modules/@lezer/common/dist/index.js
/**
The default maximum length of a `TreeBuffer` node.
*/
const DefaultBufferLength = 1024;
let nextPropID = 0;
var Range = class {
	constructor(from, to) {
		this.from = from;
		this.to = to;
	}
};
/**
Each [node type](#common.NodeType) or [individual tree](#common.Tree)
can have metadata associated with it in props. Instances of this
class represent prop names.
*/
var NodeProp = class {
	/**
	Create a new node prop type.
	*/
	constructor(config = {}) {
		this.id = nextPropID++;
		this.perNode = !!config.perNode;
		this.deserialize = config.deserialize || (() => {
			throw new Error("This node type doesn't define a deserialize function");
		});
		this.combine = config.combine || null;
	}
	/**
	This is meant to be used with
	[`NodeSet.extend`](#common.NodeSet.extend) or
	[`LRParser.configure`](#lr.ParserConfig.props) to compute
	prop values for each node type in the set. Takes a [match
	object](#common.NodeType^match) or function that returns undefined
	if the node type doesn't get this prop, and the prop's value if
	it does.
	*/
	add(match) {
		if (this.perNode) throw new RangeError("Can't add per-node props to node types");
		if (typeof match != "function") match = NodeType.match(match);
		return (type) => {
			let result = match(type);
			return result === void 0 ? null : [this, result];
		};
	}
};
/**
Prop that is used to describe matching delimiters. For opening
delimiters, this holds an array of node names (written as a
space-separated string when declaring this prop in a grammar)
for the node types of closing delimiters that match it.
*/
NodeProp.closedBy = new NodeProp({ deserialize: (str) => str.split(" ") });
/**
The inverse of [`closedBy`](#common.NodeProp^closedBy). This is
attached to closing delimiters, holding an array of node names
of types of matching opening delimiters.
*/
NodeProp.openedBy = new NodeProp({ deserialize: (str) => str.split(" ") });
/**
Used to assign node types to groups (for example, all node
types that represent an expression could be tagged with an
`"Expression"` group).
*/
NodeProp.group = new NodeProp({ deserialize: (str) => str.split(" ") });
/**
Attached to nodes to indicate these should be
[displayed](https://codemirror.net/docs/ref/#language.syntaxTree)
in a bidirectional text isolate, so that direction-neutral
characters on their sides don't incorrectly get associated with
surrounding text. You'll generally want to set this for nodes
that contain arbitrary text, like strings and comments, and for
nodes that appear _inside_ arbitrary text, like HTML tags. When
not given a value, in a grammar declaration, defaults to
`"auto"`.
*/
NodeProp.isolate = new NodeProp({ deserialize: (value) => {
	if (value && value != "rtl" && value != "ltr" && value != "auto") throw new RangeError("Invalid value for isolate: " + value);
	return value || "auto";
} });
/**
The hash of the [context](#lr.ContextTracker.constructor)
that the node was parsed in, if any. Used to limit reuse of
contextual nodes.
*/
NodeProp.contextHash = new NodeProp({ perNode: true });
/**
The distance beyond the end of the node that the tokenizer
looked ahead for any of the tokens inside the node. (The LR
parser only stores this when it is larger than 25, for
efficiency reasons.)
*/
NodeProp.lookAhead = new NodeProp({ perNode: true });
/**
This per-node prop is used to replace a given node, or part of a
node, with another tree. This is useful to include trees from
different languages in mixed-language parsers.
*/
NodeProp.mounted = new NodeProp({ perNode: true });
/**
A mounted tree, which can be [stored](#common.NodeProp^mounted) on
a tree node to indicate that parts of its content are
represented by another tree.
*/
var MountedTree = class {
	constructor(tree, overlay, parser, bracketed = false) {
		this.tree = tree;
		this.overlay = overlay;
		this.parser = parser;
		this.bracketed = bracketed;
	}
	/**
	@internal
	*/
	static get(tree) {
		return tree && tree.props && tree.props[NodeProp.mounted.id];
	}
};
const noProps = Object.create(null);
/**
Each node in a syntax tree has a node type associated with it.
*/
var NodeType = class NodeType {
	/**
	@internal
	*/
	constructor(name, props, id, flags = 0) {
		this.name = name;
		this.props = props;
		this.id = id;
		this.flags = flags;
	}
	/**
	Define a node type.
	*/
	static define(spec) {
		let props = spec.props && spec.props.length ? Object.create(null) : noProps;
		let flags = (spec.top ? 1 : 0) | (spec.skipped ? 2 : 0) | (spec.error ? 4 : 0) | (spec.name == null ? 8 : 0);
		let type = new NodeType(spec.name || "", props, spec.id, flags);
		if (spec.props) for (let src of spec.props) {
			if (!Array.isArray(src)) src = src(type);
			if (src) {
				if (src[0].perNode) throw new RangeError("Can't store a per-node prop on a node type");
				props[src[0].id] = src[1];
			}
		}
		return type;
	}
	/**
	Retrieves a node prop for this type. Will return `undefined` if
	the prop isn't present on this node.
	*/
	prop(prop) {
		return this.props[prop.id];
	}
	/**
	True when this is the top node of a grammar.
	*/
	get isTop() {
		return (this.flags & 1) > 0;
	}
	/**
	True when this node is produced by a skip rule.
	*/
	get isSkipped() {
		return (this.flags & 2) > 0;
	}
	/**
	Indicates whether this is an error node.
	*/
	get isError() {
		return (this.flags & 4) > 0;
	}
	/**
	When true, this node type doesn't correspond to a user-declared
	named node, for example because it is used to cache repetition.
	*/
	get isAnonymous() {
		return (this.flags & 8) > 0;
	}
	/**
	Returns true when this node's name or one of its
	[groups](#common.NodeProp^group) matches the given string.
	*/
	is(name) {
		if (typeof name == "string") {
			if (this.name == name) return true;
			let group = this.prop(NodeProp.group);
			return group ? group.indexOf(name) > -1 : false;
		}
		return this.id == name;
	}
	/**
	Create a function from node types to arbitrary values by
	specifying an object whose property names are node or
	[group](#common.NodeProp^group) names. Often useful with
	[`NodeProp.add`](#common.NodeProp.add). You can put multiple
	names, separated by spaces, in a single property name to map
	multiple node names to a single value.
	*/
	static match(map) {
		let direct = Object.create(null);
		for (let prop in map) for (let name of prop.split(" ")) direct[name] = map[prop];
		return (node) => {
			for (let groups = node.prop(NodeProp.group), i = -1; i < (groups ? groups.length : 0); i++) {
				let found = direct[i < 0 ? node.name : groups[i]];
				if (found) return found;
			}
		};
	}
};
/**
An empty dummy node type to use when no actual type is available.
*/
NodeType.none = new NodeType("", Object.create(null), 0, 8);
/**
A node set holds a collection of node types. It is used to
compactly represent trees by storing their type ids, rather than a
full pointer to the type object, in a numeric array. Each parser
[has](#lr.LRParser.nodeSet) a node set, and [tree
buffers](#common.TreeBuffer) can only store collections of nodes
from the same set. A set can have a maximum of 2**16 (65536) node
types in it, so that the ids fit into 16-bit typed array slots.
*/
var NodeSet = class NodeSet {
	/**
	Create a set with the given types. The `id` property of each
	type should correspond to its position within the array.
	*/
	constructor(types) {
		this.types = types;
		for (let i = 0; i < types.length; i++) if (types[i].id != i) throw new RangeError("Node type ids should correspond to array positions when creating a node set");
	}
	/**
	Create a copy of this set with some node properties added. The
	arguments to this method can be created with
	[`NodeProp.add`](#common.NodeProp.add).
	*/
	extend(...props) {
		let newTypes = [];
		for (let type of this.types) {
			let newProps = null;
			for (let source of props) {
				let add = source(type);
				if (add) {
					if (!newProps) newProps = Object.assign({}, type.props);
					let value = add[1], prop = add[0];
					if (prop.combine && prop.id in newProps) value = prop.combine(newProps[prop.id], value);
					newProps[prop.id] = value;
				}
			}
			newTypes.push(newProps ? new NodeType(type.name, newProps, type.id, type.flags) : type);
		}
		return new NodeSet(newTypes);
	}
};
const CachedNode = /* @__PURE__ */ new WeakMap();
const CachedInnerNode = /* @__PURE__ */ new WeakMap();
/**
Options that control iteration. Can be combined with the `|`
operator to enable multiple ones.
*/
var IterMode;
(function(IterMode) {
	/**
	When enabled, iteration will only visit [`Tree`](#common.Tree)
	objects, not nodes packed into
	[`TreeBuffer`](#common.TreeBuffer)s.
	*/
	IterMode[IterMode["ExcludeBuffers"] = 1] = "ExcludeBuffers";
	/**
	Enable this to make iteration include anonymous nodes (such as
	the nodes that wrap repeated grammar constructs into a balanced
	tree).
	*/
	IterMode[IterMode["IncludeAnonymous"] = 2] = "IncludeAnonymous";
	/**
	By default, regular [mounted](#common.NodeProp^mounted) nodes
	replace their base node in iteration. Enable this to ignore them
	instead.
	*/
	IterMode[IterMode["IgnoreMounts"] = 4] = "IgnoreMounts";
	/**
	This option only applies in
	[`enter`](#common.SyntaxNode.enter)-style methods. It tells the
	library to not enter mounted overlays if one covers the given
	position.
	*/
	IterMode[IterMode["IgnoreOverlays"] = 8] = "IgnoreOverlays";
	/**
	When set, positions on the boundary of a mounted overlay tree
	that has its [`bracketed`](#common.NestedParse.bracketed) flag
	set will enter that tree regardless of side. Only supported in
	[`enter`](#common.SyntaxNode.enter), not in cursors.
	*/
	IterMode[IterMode["EnterBracketed"] = 16] = "EnterBracketed";
})(IterMode || (IterMode = {}));
/**
A piece of syntax tree. There are two ways to approach these
trees: the way they are actually stored in memory, and the
convenient way.

Syntax trees are stored as a tree of `Tree` and `TreeBuffer`
objects. By packing detail information into `TreeBuffer` leaf
nodes, the representation is made a lot more memory-efficient.

However, when you want to actually work with tree nodes, this
representation is very awkward, so most client code will want to
use the [`TreeCursor`](#common.TreeCursor) or
[`SyntaxNode`](#common.SyntaxNode) interface instead, which provides
a view on some part of this data structure, and can be used to
move around to adjacent nodes.
*/
var Tree = class Tree {
	/**
	Construct a new tree. See also [`Tree.build`](#common.Tree^build).
	*/
	constructor(type, children, positions, length, props) {
		this.type = type;
		this.children = children;
		this.positions = positions;
		this.length = length;
		/**
		@internal
		*/
		this.props = null;
		if (props && props.length) {
			this.props = Object.create(null);
			for (let [prop, value] of props) this.props[typeof prop == "number" ? prop : prop.id] = value;
		}
	}
	/**
	@internal
	*/
	toString() {
		let mounted = MountedTree.get(this);
		if (mounted && !mounted.overlay) return mounted.tree.toString();
		let children = "";
		for (let ch of this.children) {
			let str = ch.toString();
			if (str) {
				if (children) children += ",";
				children += str;
			}
		}
		return !this.type.name ? children : (/\W/.test(this.type.name) && !this.type.isError ? JSON.stringify(this.type.name) : this.type.name) + (children.length ? "(" + children + ")" : "");
	}
	/**
	Get a [tree cursor](#common.TreeCursor) positioned at the top of
	the tree. Mode can be used to [control](#common.IterMode) which
	nodes the cursor visits.
	*/
	cursor(mode = 0) {
		return new TreeCursor(this.topNode, mode);
	}
	/**
	Get a [tree cursor](#common.TreeCursor) pointing into this tree
	at the given position and side (see
	[`moveTo`](#common.TreeCursor.moveTo).
	*/
	cursorAt(pos, side = 0, mode = 0) {
		let cursor = new TreeCursor(CachedNode.get(this) || this.topNode);
		cursor.moveTo(pos, side);
		CachedNode.set(this, cursor._tree);
		return cursor;
	}
	/**
	Get a [syntax node](#common.SyntaxNode) object for the top of the
	tree.
	*/
	get topNode() {
		return new TreeNode(this, 0, 0, null);
	}
	/**
	Get the [syntax node](#common.SyntaxNode) at the given position.
	If `side` is -1, this will move into nodes that end at the
	position. If 1, it'll move into nodes that start at the
	position. With 0, it'll only enter nodes that cover the position
	from both sides.
	
	Note that this will not enter
	[overlays](#common.MountedTree.overlay), and you often want
	[`resolveInner`](#common.Tree.resolveInner) instead.
	*/
	resolve(pos, side = 0) {
		let node = resolveNode(CachedNode.get(this) || this.topNode, pos, side, false);
		CachedNode.set(this, node);
		return node;
	}
	/**
	Like [`resolve`](#common.Tree.resolve), but will enter
	[overlaid](#common.MountedTree.overlay) nodes, producing a syntax node
	pointing into the innermost overlaid tree at the given position
	(with parent links going through all parent structure, including
	the host trees).
	*/
	resolveInner(pos, side = 0) {
		let node = resolveNode(CachedInnerNode.get(this) || this.topNode, pos, side, true);
		CachedInnerNode.set(this, node);
		return node;
	}
	/**
	In some situations, it can be useful to iterate through all
	nodes around a position, including those in overlays that don't
	directly cover the position. This method gives you an iterator
	that will produce all nodes, from small to big, around the given
	position.
	*/
	resolveStack(pos, side = 0) {
		return stackIterator(this, pos, side);
	}
	/**
	Iterate over the tree and its children, calling `enter` for any
	node that touches the `from`/`to` region (if given) before
	running over such a node's children, and `leave` (if given) when
	leaving the node. When `enter` returns `false`, that node will
	not have its children iterated over (or `leave` called).
	*/
	iterate(spec) {
		let { enter, leave, from = 0, to = this.length } = spec;
		let mode = spec.mode || 0, anon = (mode & IterMode.IncludeAnonymous) > 0;
		for (let c = this.cursor(mode | IterMode.IncludeAnonymous);;) {
			let entered = false;
			if (c.from <= to && c.to >= from && (!anon && c.type.isAnonymous || enter(c) !== false)) {
				if (c.firstChild()) continue;
				entered = true;
			}
			for (;;) {
				if (entered && leave && (anon || !c.type.isAnonymous)) leave(c);
				if (c.nextSibling()) break;
				if (!c.parent()) return;
				entered = true;
			}
		}
	}
	/**
	Get the value of the given [node prop](#common.NodeProp) for this
	node. Works with both per-node and per-type props.
	*/
	prop(prop) {
		return !prop.perNode ? this.type.prop(prop) : this.props ? this.props[prop.id] : void 0;
	}
	/**
	Returns the node's [per-node props](#common.NodeProp.perNode) in a
	format that can be passed to the [`Tree`](#common.Tree)
	constructor.
	*/
	get propValues() {
		let result = [];
		if (this.props) for (let id in this.props) result.push([+id, this.props[id]]);
		return result;
	}
	/**
	Balance the direct children of this tree, producing a copy of
	which may have children grouped into subtrees with type
	[`NodeType.none`](#common.NodeType^none).
	*/
	balance(config = {}) {
		return this.children.length <= 8 ? this : balanceRange(NodeType.none, this.children, this.positions, 0, this.children.length, 0, this.length, (children, positions, length) => new Tree(this.type, children, positions, length, this.propValues), config.makeTree || ((children, positions, length) => new Tree(NodeType.none, children, positions, length)));
	}
	/**
	Build a tree from a postfix-ordered buffer of node information,
	or a cursor over such a buffer.
	*/
	static build(data) {
		return buildTree(data);
	}
};
/**
The empty tree
*/
Tree.empty = new Tree(NodeType.none, [], [], 0);
var FlatBufferCursor = class FlatBufferCursor {
	constructor(buffer, index) {
		this.buffer = buffer;
		this.index = index;
	}
	get id() {
		return this.buffer[this.index - 4];
	}
	get start() {
		return this.buffer[this.index - 3];
	}
	get end() {
		return this.buffer[this.index - 2];
	}
	get size() {
		return this.buffer[this.index - 1];
	}
	get pos() {
		return this.index;
	}
	next() {
		this.index -= 4;
	}
	fork() {
		return new FlatBufferCursor(this.buffer, this.index);
	}
};
/**
Tree buffers contain (type, start, end, endIndex) quads for each
node. In such a buffer, nodes are stored in prefix order (parents
before children, with the endIndex of the parent indicating which
children belong to it).
*/
var TreeBuffer = class TreeBuffer {
	/**
	Create a tree buffer.
	*/
	constructor(buffer, length, set) {
		this.buffer = buffer;
		this.length = length;
		this.set = set;
	}
	/**
	@internal
	*/
	get type() {
		return NodeType.none;
	}
	/**
	@internal
	*/
	toString() {
		let result = [];
		for (let index = 0; index < this.buffer.length;) {
			result.push(this.childString(index));
			index = this.buffer[index + 3];
		}
		return result.join(",");
	}
	/**
	@internal
	*/
	childString(index) {
		let id = this.buffer[index], endIndex = this.buffer[index + 3];
		let type = this.set.types[id], result = type.name;
		if (/\W/.test(result) && !type.isError) result = JSON.stringify(result);
		index += 4;
		if (endIndex == index) return result;
		let children = [];
		while (index < endIndex) {
			children.push(this.childString(index));
			index = this.buffer[index + 3];
		}
		return result + "(" + children.join(",") + ")";
	}
	/**
	@internal
	*/
	findChild(startIndex, endIndex, dir, pos, side) {
		let { buffer } = this, pick = -1;
		for (let i = startIndex; i != endIndex; i = buffer[i + 3]) if (checkSide(side, pos, buffer[i + 1], buffer[i + 2])) {
			pick = i;
			if (dir > 0) break;
		}
		return pick;
	}
	/**
	@internal
	*/
	slice(startI, endI, from) {
		let b = this.buffer;
		let copy = new Uint16Array(endI - startI), len = 0;
		for (let i = startI, j = 0; i < endI;) {
			copy[j++] = b[i++];
			copy[j++] = b[i++] - from;
			let to = copy[j++] = b[i++] - from;
			copy[j++] = b[i++] - startI;
			len = Math.max(len, to);
		}
		return new TreeBuffer(copy, len, this.set);
	}
};
function checkSide(side, pos, from, to) {
	switch (side) {
		case -2: return from < pos;
		case -1: return to >= pos && from < pos;
		case 0: return from < pos && to > pos;
		case 1: return from <= pos && to > pos;
		case 2: return to > pos;
		case 4: return true;
	}
}
function resolveNode(node, pos, side, overlays) {
	var _a;
	while (node.from == node.to || (side < 1 ? node.from >= pos : node.from > pos) || (side > -1 ? node.to <= pos : node.to < pos)) {
		let parent = !overlays && node instanceof TreeNode && node.index < 0 ? null : node.parent;
		if (!parent) return node;
		node = parent;
	}
	let mode = overlays ? 0 : IterMode.IgnoreOverlays;
	if (overlays) {
		for (let scan = node, parent = scan.parent; parent; scan = parent, parent = scan.parent) if (scan instanceof TreeNode && scan.index < 0 && ((_a = parent.enter(pos, side, mode)) === null || _a === void 0 ? void 0 : _a.from) != scan.from) node = parent;
	}
	for (;;) {
		let inner = node.enter(pos, side, mode);
		if (!inner) return node;
		node = inner;
	}
}
var BaseNode = class {
	cursor(mode = 0) {
		return new TreeCursor(this, mode);
	}
	getChild(type, before = null, after = null) {
		let r = getChildren(this, type, before, after);
		return r.length ? r[0] : null;
	}
	getChildren(type, before = null, after = null) {
		return getChildren(this, type, before, after);
	}
	resolve(pos, side = 0) {
		return resolveNode(this, pos, side, false);
	}
	resolveInner(pos, side = 0) {
		return resolveNode(this, pos, side, true);
	}
	matchContext(context) {
		return matchNodeContext(this.parent, context);
	}
	enterUnfinishedNodesBefore(pos) {
		let scan = this.childBefore(pos), node = this;
		while (scan) {
			let last = scan.lastChild;
			if (!last || last.to != scan.to) break;
			if (last.type.isError && last.from == last.to) {
				node = scan;
				scan = last.prevSibling;
			} else scan = last;
		}
		return node;
	}
	get node() {
		return this;
	}
	get next() {
		return this.parent;
	}
};
var TreeNode = class TreeNode extends BaseNode {
	constructor(_tree, from, index, _parent) {
		super();
		this._tree = _tree;
		this.from = from;
		this.index = index;
		this._parent = _parent;
	}
	get type() {
		return this._tree.type;
	}
	get name() {
		return this._tree.type.name;
	}
	get to() {
		return this.from + this._tree.length;
	}
	nextChild(i, dir, pos, side, mode = 0) {
		for (let parent = this;;) {
			for (let { children, positions } = parent._tree, e = dir > 0 ? children.length : -1; i != e; i += dir) {
				let next = children[i], start = positions[i] + parent.from, mounted;
				if (!(mode & IterMode.EnterBracketed && next instanceof Tree && (mounted = MountedTree.get(next)) && !mounted.overlay && mounted.bracketed && pos >= start && pos <= start + next.length) && !checkSide(side, pos, start, start + next.length)) continue;
				if (next instanceof TreeBuffer) {
					if (mode & IterMode.ExcludeBuffers) continue;
					let index = next.findChild(0, next.buffer.length, dir, pos - start, side);
					if (index > -1) return new BufferNode(new BufferContext(parent, next, i, start), null, index);
				} else if (mode & IterMode.IncludeAnonymous || !next.type.isAnonymous || hasChild(next)) {
					let mounted;
					if (!(mode & IterMode.IgnoreMounts) && (mounted = MountedTree.get(next)) && !mounted.overlay) return new TreeNode(mounted.tree, start, i, parent);
					let inner = new TreeNode(next, start, i, parent);
					return mode & IterMode.IncludeAnonymous || !inner.type.isAnonymous ? inner : inner.nextChild(dir < 0 ? next.children.length - 1 : 0, dir, pos, side, mode);
				}
			}
			if (mode & IterMode.IncludeAnonymous || !parent.type.isAnonymous) return null;
			if (parent.index >= 0) i = parent.index + dir;
			else i = dir < 0 ? -1 : parent._parent._tree.children.length;
			parent = parent._parent;
			if (!parent) return null;
		}
	}
	get firstChild() {
		return this.nextChild(0, 1, 0, 4);
	}
	get lastChild() {
		return this.nextChild(this._tree.children.length - 1, -1, 0, 4);
	}
	childAfter(pos) {
		return this.nextChild(0, 1, pos, 2);
	}
	childBefore(pos) {
		return this.nextChild(this._tree.children.length - 1, -1, pos, -2);
	}
	prop(prop) {
		return this._tree.prop(prop);
	}
	enter(pos, side, mode = 0) {
		let mounted;
		if (!(mode & IterMode.IgnoreOverlays) && (mounted = MountedTree.get(this._tree)) && mounted.overlay) {
			let rPos = pos - this.from, enterBracketed = mode & IterMode.EnterBracketed && mounted.bracketed;
			for (let { from, to } of mounted.overlay) if ((side > 0 || enterBracketed ? from <= rPos : from < rPos) && (side < 0 || enterBracketed ? to >= rPos : to > rPos)) return new TreeNode(mounted.tree, mounted.overlay[0].from + this.from, -1, this);
		}
		return this.nextChild(0, 1, pos, side, mode);
	}
	nextSignificantParent() {
		let val = this;
		while (val.type.isAnonymous && val._parent) val = val._parent;
		return val;
	}
	get parent() {
		return this._parent ? this._parent.nextSignificantParent() : null;
	}
	get nextSibling() {
		return this._parent && this.index >= 0 ? this._parent.nextChild(this.index + 1, 1, 0, 4) : null;
	}
	get prevSibling() {
		return this._parent && this.index >= 0 ? this._parent.nextChild(this.index - 1, -1, 0, 4) : null;
	}
	get tree() {
		return this._tree;
	}
	toTree() {
		return this._tree;
	}
	/**
	@internal
	*/
	toString() {
		return this._tree.toString();
	}
};
function getChildren(node, type, before, after) {
	let cur = node.cursor(), result = [];
	if (!cur.firstChild()) return result;
	if (before != null) for (let found = false; !found;) {
		found = cur.type.is(before);
		if (!cur.nextSibling()) return result;
	}
	for (;;) {
		if (after != null && cur.type.is(after)) return result;
		if (cur.type.is(type)) result.push(cur.node);
		if (!cur.nextSibling()) return after == null ? result : [];
	}
}
function matchNodeContext(node, context, i = context.length - 1) {
	for (let p = node; i >= 0; p = p.parent) {
		if (!p) return false;
		if (!p.type.isAnonymous) {
			if (context[i] && context[i] != p.name) return false;
			i--;
		}
	}
	return true;
}
var BufferContext = class {
	constructor(parent, buffer, index, start) {
		this.parent = parent;
		this.buffer = buffer;
		this.index = index;
		this.start = start;
	}
};
var BufferNode = class BufferNode extends BaseNode {
	get name() {
		return this.type.name;
	}
	get from() {
		return this.context.start + this.context.buffer.buffer[this.index + 1];
	}
	get to() {
		return this.context.start + this.context.buffer.buffer[this.index + 2];
	}
	constructor(context, _parent, index) {
		super();
		this.context = context;
		this._parent = _parent;
		this.index = index;
		this.type = context.buffer.set.types[context.buffer.buffer[index]];
	}
	child(dir, pos, side) {
		let { buffer } = this.context;
		let index = buffer.findChild(this.index + 4, buffer.buffer[this.index + 3], dir, pos - this.context.start, side);
		return index < 0 ? null : new BufferNode(this.context, this, index);
	}
	get firstChild() {
		return this.child(1, 0, 4);
	}
	get lastChild() {
		return this.child(-1, 0, 4);
	}
	childAfter(pos) {
		return this.child(1, pos, 2);
	}
	childBefore(pos) {
		return this.child(-1, pos, -2);
	}
	prop(prop) {
		return this.type.prop(prop);
	}
	enter(pos, side, mode = 0) {
		if (mode & IterMode.ExcludeBuffers) return null;
		let { buffer } = this.context;
		let index = buffer.findChild(this.index + 4, buffer.buffer[this.index + 3], side > 0 ? 1 : -1, pos - this.context.start, side);
		return index < 0 ? null : new BufferNode(this.context, this, index);
	}
	get parent() {
		return this._parent || this.context.parent.nextSignificantParent();
	}
	externalSibling(dir) {
		return this._parent ? null : this.context.parent.nextChild(this.context.index + dir, dir, 0, 4);
	}
	get nextSibling() {
		let { buffer } = this.context;
		let after = buffer.buffer[this.index + 3];
		if (after < (this._parent ? buffer.buffer[this._parent.index + 3] : buffer.buffer.length)) return new BufferNode(this.context, this._parent, after);
		return this.externalSibling(1);
	}
	get prevSibling() {
		let { buffer } = this.context;
		let parentStart = this._parent ? this._parent.index + 4 : 0;
		if (this.index == parentStart) return this.externalSibling(-1);
		return new BufferNode(this.context, this._parent, buffer.findChild(parentStart, this.index, -1, 0, 4));
	}
	get tree() {
		return null;
	}
	toTree() {
		let children = [], positions = [];
		let { buffer } = this.context;
		let startI = this.index + 4, endI = buffer.buffer[this.index + 3];
		if (endI > startI) {
			let from = buffer.buffer[this.index + 1];
			children.push(buffer.slice(startI, endI, from));
			positions.push(0);
		}
		return new Tree(this.type, children, positions, this.to - this.from);
	}
	/**
	@internal
	*/
	toString() {
		return this.context.buffer.childString(this.index);
	}
};
function iterStack(heads) {
	if (!heads.length) return null;
	let pick = 0, picked = heads[0];
	for (let i = 1; i < heads.length; i++) {
		let node = heads[i];
		if (node.from > picked.from || node.to < picked.to) {
			picked = node;
			pick = i;
		}
	}
	let next = picked instanceof TreeNode && picked.index < 0 ? null : picked.parent;
	let newHeads = heads.slice();
	if (next) newHeads[pick] = next;
	else newHeads.splice(pick, 1);
	return new StackIterator(newHeads, picked);
}
var StackIterator = class {
	constructor(heads, node) {
		this.heads = heads;
		this.node = node;
	}
	get next() {
		return iterStack(this.heads);
	}
};
function stackIterator(tree, pos, side) {
	let inner = tree.resolveInner(pos, side), layers = null;
	for (let scan = inner instanceof TreeNode ? inner : inner.context.parent; scan; scan = scan.parent) if (scan.index < 0) {
		let parent = scan.parent;
		(layers || (layers = [inner])).push(parent.resolve(pos, side));
		scan = parent;
	} else {
		let mount = MountedTree.get(scan.tree);
		if (mount && mount.overlay && mount.overlay[0].from <= pos && mount.overlay[mount.overlay.length - 1].to >= pos) {
			let root = new TreeNode(mount.tree, mount.overlay[0].from + scan.from, -1, scan);
			(layers || (layers = [inner])).push(resolveNode(root, pos, side, false));
		}
	}
	return layers ? iterStack(layers) : inner;
}
/**
A tree cursor object focuses on a given node in a syntax tree, and
allows you to move to adjacent nodes.
*/
var TreeCursor = class {
	/**
	Shorthand for `.type.name`.
	*/
	get name() {
		return this.type.name;
	}
	/**
	@internal
	*/
	constructor(node, mode = 0) {
		/**
		@internal
		*/
		this.buffer = null;
		this.stack = [];
		/**
		@internal
		*/
		this.index = 0;
		this.bufferNode = null;
		this.mode = mode & ~IterMode.EnterBracketed;
		if (node instanceof TreeNode) this.yieldNode(node);
		else {
			this._tree = node.context.parent;
			this.buffer = node.context;
			for (let n = node._parent; n; n = n._parent) this.stack.unshift(n.index);
			this.bufferNode = node;
			this.yieldBuf(node.index);
		}
	}
	yieldNode(node) {
		if (!node) return false;
		this._tree = node;
		this.type = node.type;
		this.from = node.from;
		this.to = node.to;
		return true;
	}
	yieldBuf(index, type) {
		this.index = index;
		let { start, buffer } = this.buffer;
		this.type = type || buffer.set.types[buffer.buffer[index]];
		this.from = start + buffer.buffer[index + 1];
		this.to = start + buffer.buffer[index + 2];
		return true;
	}
	/**
	@internal
	*/
	yield(node) {
		if (!node) return false;
		if (node instanceof TreeNode) {
			this.buffer = null;
			return this.yieldNode(node);
		}
		this.buffer = node.context;
		return this.yieldBuf(node.index, node.type);
	}
	/**
	@internal
	*/
	toString() {
		return this.buffer ? this.buffer.buffer.childString(this.index) : this._tree.toString();
	}
	/**
	@internal
	*/
	enterChild(dir, pos, side) {
		if (!this.buffer) return this.yield(this._tree.nextChild(dir < 0 ? this._tree._tree.children.length - 1 : 0, dir, pos, side, this.mode));
		let { buffer } = this.buffer;
		let index = buffer.findChild(this.index + 4, buffer.buffer[this.index + 3], dir, pos - this.buffer.start, side);
		if (index < 0) return false;
		this.stack.push(this.index);
		return this.yieldBuf(index);
	}
	/**
	Move the cursor to this node's first child. When this returns
	false, the node has no child, and the cursor has not been moved.
	*/
	firstChild() {
		return this.enterChild(1, 0, 4);
	}
	/**
	Move the cursor to this node's last child.
	*/
	lastChild() {
		return this.enterChild(-1, 0, 4);
	}
	/**
	Move the cursor to the first child that ends after `pos`.
	*/
	childAfter(pos) {
		return this.enterChild(1, pos, 2);
	}
	/**
	Move to the last child that starts before `pos`.
	*/
	childBefore(pos) {
		return this.enterChild(-1, pos, -2);
	}
	/**
	Move the cursor to the child around `pos`. If side is -1 the
	child may end at that position, when 1 it may start there. This
	will also enter [overlaid](#common.MountedTree.overlay)
	[mounted](#common.NodeProp^mounted) trees unless `overlays` is
	set to false.
	*/
	enter(pos, side, mode = this.mode) {
		if (!this.buffer) return this.yield(this._tree.enter(pos, side, mode));
		return mode & IterMode.ExcludeBuffers ? false : this.enterChild(1, pos, side);
	}
	/**
	Move to the node's parent node, if this isn't the top node.
	*/
	parent() {
		if (!this.buffer) return this.yieldNode(this.mode & IterMode.IncludeAnonymous ? this._tree._parent : this._tree.parent);
		if (this.stack.length) return this.yieldBuf(this.stack.pop());
		let parent = this.mode & IterMode.IncludeAnonymous ? this.buffer.parent : this.buffer.parent.nextSignificantParent();
		this.buffer = null;
		return this.yieldNode(parent);
	}
	/**
	@internal
	*/
	sibling(dir) {
		if (!this.buffer) return !this._tree._parent ? false : this.yield(this._tree.index < 0 ? null : this._tree._parent.nextChild(this._tree.index + dir, dir, 0, 4, this.mode));
		let { buffer } = this.buffer, d = this.stack.length - 1;
		if (dir < 0) {
			let parentStart = d < 0 ? 0 : this.stack[d] + 4;
			if (this.index != parentStart) return this.yieldBuf(buffer.findChild(parentStart, this.index, -1, 0, 4));
		} else {
			let after = buffer.buffer[this.index + 3];
			if (after < (d < 0 ? buffer.buffer.length : buffer.buffer[this.stack[d] + 3])) return this.yieldBuf(after);
		}
		return d < 0 ? this.yield(this.buffer.parent.nextChild(this.buffer.index + dir, dir, 0, 4, this.mode)) : false;
	}
	/**
	Move to this node's next sibling, if any.
	*/
	nextSibling() {
		return this.sibling(1);
	}
	/**
	Move to this node's previous sibling, if any.
	*/
	prevSibling() {
		return this.sibling(-1);
	}
	atLastNode(dir) {
		let index, parent, { buffer } = this;
		if (buffer) {
			if (dir > 0) {
				if (this.index < buffer.buffer.buffer.length) return false;
			} else for (let i = 0; i < this.index; i++) if (buffer.buffer.buffer[i + 3] < this.index) return false;
			({index, parent} = buffer);
		} else ({index, _parent: parent} = this._tree);
		for (; parent; {index, _parent: parent} = parent) if (index > -1) for (let i = index + dir, e = dir < 0 ? -1 : parent._tree.children.length; i != e; i += dir) {
			let child = parent._tree.children[i];
			if (this.mode & IterMode.IncludeAnonymous || child instanceof TreeBuffer || !child.type.isAnonymous || hasChild(child)) return false;
		}
		return true;
	}
	move(dir, enter) {
		if (enter && this.enterChild(dir, 0, 4)) return true;
		for (;;) {
			if (this.sibling(dir)) return true;
			if (this.atLastNode(dir) || !this.parent()) return false;
		}
	}
	/**
	Move to the next node in a
	[pre-order](https://en.wikipedia.org/wiki/Tree_traversal#Pre-order,_NLR)
	traversal, going from a node to its first child or, if the
	current node is empty or `enter` is false, its next sibling or
	the next sibling of the first parent node that has one.
	*/
	next(enter = true) {
		return this.move(1, enter);
	}
	/**
	Move to the next node in a last-to-first pre-order traversal. A
	node is followed by its last child or, if it has none, its
	previous sibling or the previous sibling of the first parent
	node that has one.
	*/
	prev(enter = true) {
		return this.move(-1, enter);
	}
	/**
	Move the cursor to the innermost node that covers `pos`. If
	`side` is -1, it will enter nodes that end at `pos`. If it is 1,
	it will enter nodes that start at `pos`.
	*/
	moveTo(pos, side = 0) {
		while (this.from == this.to || (side < 1 ? this.from >= pos : this.from > pos) || (side > -1 ? this.to <= pos : this.to < pos)) if (!this.parent()) break;
		while (this.enterChild(1, pos, side));
		return this;
	}
	/**
	Get a [syntax node](#common.SyntaxNode) at the cursor's current
	position.
	*/
	get node() {
		if (!this.buffer) return this._tree;
		let cache = this.bufferNode, result = null, depth = 0;
		if (cache && cache.context == this.buffer) scan: for (let index = this.index, d = this.stack.length; d >= 0;) {
			for (let c = cache; c; c = c._parent) if (c.index == index) {
				if (index == this.index) return c;
				result = c;
				depth = d + 1;
				break scan;
			}
			index = this.stack[--d];
		}
		for (let i = depth; i < this.stack.length; i++) result = new BufferNode(this.buffer, result, this.stack[i]);
		return this.bufferNode = new BufferNode(this.buffer, result, this.index);
	}
	/**
	Get the [tree](#common.Tree) that represents the current node, if
	any. Will return null when the node is in a [tree
	buffer](#common.TreeBuffer).
	*/
	get tree() {
		return this.buffer ? null : this._tree._tree;
	}
	/**
	Iterate over the current node and all its descendants, calling
	`enter` when entering a node and `leave`, if given, when leaving
	one. When `enter` returns `false`, any children of that node are
	skipped, and `leave` isn't called for it.
	*/
	iterate(enter, leave) {
		for (let depth = 0;;) {
			let mustLeave = false;
			if (this.type.isAnonymous || enter(this) !== false) {
				if (this.firstChild()) {
					depth++;
					continue;
				}
				if (!this.type.isAnonymous) mustLeave = true;
			}
			for (;;) {
				if (mustLeave && leave) leave(this);
				mustLeave = this.type.isAnonymous;
				if (!depth) return;
				if (this.nextSibling()) break;
				this.parent();
				depth--;
				mustLeave = true;
			}
		}
	}
	/**
	Test whether the current node matches a given context—a sequence
	of direct parent node names. Empty strings in the context array
	are treated as wildcards.
	*/
	matchContext(context) {
		if (!this.buffer) return matchNodeContext(this.node.parent, context);
		let { buffer } = this.buffer, { types } = buffer.set;
		for (let i = context.length - 1, d = this.stack.length - 1; i >= 0; d--) {
			if (d < 0) return matchNodeContext(this._tree, context, i);
			let type = types[buffer.buffer[this.stack[d]]];
			if (!type.isAnonymous) {
				if (context[i] && context[i] != type.name) return false;
				i--;
			}
		}
		return true;
	}
};
function hasChild(tree) {
	return tree.children.some((ch) => ch instanceof TreeBuffer || !ch.type.isAnonymous || hasChild(ch));
}
function buildTree(data) {
	var _a;
	let { buffer, nodeSet, maxBufferLength = DefaultBufferLength, reused = [], minRepeatType = nodeSet.types.length } = data;
	let cursor = Array.isArray(buffer) ? new FlatBufferCursor(buffer, buffer.length) : buffer;
	let types = nodeSet.types;
	let contextHash = 0, lookAhead = 0;
	function takeNode(parentStart, minPos, children, positions, inRepeat, depth) {
		let { id, start, end, size } = cursor;
		let lookAheadAtStart = lookAhead, contextAtStart = contextHash;
		if (size < 0) {
			cursor.next();
			if (size == -1) {
				let node = reused[id];
				children.push(node);
				positions.push(start - parentStart);
				return;
			} else if (size == -3) {
				contextHash = id;
				return;
			} else if (size == -4) {
				lookAhead = id;
				return;
			} else throw new RangeError(`Unrecognized record size: ${size}`);
		}
		let type = types[id], node, buffer;
		let startPos = start - parentStart;
		if (end - start <= maxBufferLength && (buffer = findBufferSize(cursor.pos - minPos, inRepeat))) {
			let data = new Uint16Array(buffer.size - buffer.skip);
			let endPos = cursor.pos - buffer.size, index = data.length;
			while (cursor.pos > endPos) index = copyToBuffer(buffer.start, data, index);
			node = new TreeBuffer(data, end - buffer.start, nodeSet);
			startPos = buffer.start - parentStart;
		} else {
			let endPos = cursor.pos - size;
			cursor.next();
			let localChildren = [], localPositions = [];
			let localInRepeat = id >= minRepeatType ? id : -1;
			let lastGroup = 0, lastEnd = end, groupLookAhead = lookAheadAtStart;
			while (cursor.pos > endPos) if (localInRepeat >= 0 && cursor.id == localInRepeat && cursor.size >= 0) {
				if (cursor.end <= lastEnd - maxBufferLength) {
					makeRepeatLeaf(localChildren, localPositions, start, lastGroup, cursor.end, lastEnd, localInRepeat, groupLookAhead, contextAtStart);
					lastGroup = localChildren.length;
					lastEnd = cursor.end;
					groupLookAhead = lookAhead;
				}
				cursor.next();
			} else if (depth > 2500) takeFlatNode(start, endPos, localChildren, localPositions);
			else {
				if (localInRepeat >= 0 && cursor.size == -1 && reused[cursor.id].type == nodeSet.types[localInRepeat]) {
					if (lastGroup < localChildren.length) makeRepeatLeaf(localChildren, localPositions, start, lastGroup, cursor.end, lastEnd, localInRepeat, groupLookAhead, contextAtStart);
					lastGroup = localChildren.length + 1;
					lastEnd = cursor.start;
					groupLookAhead = lookAhead;
				}
				takeNode(start, endPos, localChildren, localPositions, localInRepeat, depth + 1);
			}
			if (localInRepeat >= 0 && lastGroup > 0 && lastGroup < localChildren.length) makeRepeatLeaf(localChildren, localPositions, start, lastGroup, start, lastEnd, localInRepeat, groupLookAhead, contextAtStart);
			localChildren.reverse();
			localPositions.reverse();
			if (localInRepeat > -1 && lastGroup > 0) {
				let make = makeBalanced(type, contextAtStart);
				node = balanceRange(type, localChildren, localPositions, 0, localChildren.length, 0, end - start, make, make);
			} else node = makeTree(type, localChildren, localPositions, end - start, lookAheadAtStart - end, contextAtStart);
		}
		children.push(node);
		positions.push(startPos);
	}
	function takeFlatNode(parentStart, minPos, children, positions) {
		let nodes = [];
		let nodeCount = 0, stopAt = -1;
		while (cursor.pos > minPos) {
			let { id, start, end, size } = cursor;
			if (size > 4) cursor.next();
			else if (stopAt > -1 && start < stopAt) break;
			else {
				if (stopAt < 0) stopAt = end - maxBufferLength;
				nodes.push(id, start, end);
				nodeCount++;
				cursor.next();
			}
		}
		if (nodeCount) {
			let buffer = new Uint16Array(nodeCount * 4);
			let start = nodes[nodes.length - 2];
			for (let i = nodes.length - 3, j = 0; i >= 0; i -= 3) {
				buffer[j++] = nodes[i];
				buffer[j++] = nodes[i + 1] - start;
				buffer[j++] = nodes[i + 2] - start;
				buffer[j++] = j;
			}
			children.push(new TreeBuffer(buffer, nodes[2] - start, nodeSet));
			positions.push(start - parentStart);
		}
	}
	function makeBalanced(type, contextHash) {
		return (children, positions, length) => {
			let lookAhead = 0, lastI = children.length - 1, last, lookAheadProp;
			if (lastI >= 0 && (last = children[lastI]) instanceof Tree) {
				if (!lastI && last.type == type && last.length == length) return last;
				if (lookAheadProp = last.prop(NodeProp.lookAhead)) lookAhead = positions[lastI] + last.length + lookAheadProp - length;
			}
			return makeTree(type, children, positions, length, lookAhead, contextHash);
		};
	}
	function makeRepeatLeaf(children, positions, base, i, from, to, type, lookAhead, contextHash) {
		let localChildren = [], localPositions = [];
		while (children.length > i) {
			localChildren.push(children.pop());
			localPositions.push(positions.pop() + base - from);
		}
		children.push(makeTree(nodeSet.types[type], localChildren, localPositions, to - from, lookAhead - to, contextHash));
		positions.push(from - base);
	}
	function makeTree(type, children, positions, length, lookAhead, contextHash, props) {
		if (contextHash) {
			let pair = [NodeProp.contextHash, contextHash];
			props = props ? [pair].concat(props) : [pair];
		}
		if (lookAhead > 25) {
			let pair = [NodeProp.lookAhead, lookAhead];
			props = props ? [pair].concat(props) : [pair];
		}
		return new Tree(type, children, positions, length, props);
	}
	function findBufferSize(maxSize, inRepeat) {
		let fork = cursor.fork();
		let size = 0, start = 0, skip = 0, minStart = fork.end - maxBufferLength;
		let result = {
			size: 0,
			start: 0,
			skip: 0
		};
		scan: for (let minPos = fork.pos - maxSize; fork.pos > minPos;) {
			let nodeSize = fork.size;
			if (fork.id == inRepeat && nodeSize >= 0) {
				result.size = size;
				result.start = start;
				result.skip = skip;
				skip += 4;
				size += 4;
				fork.next();
				continue;
			}
			let startPos = fork.pos - nodeSize;
			if (nodeSize < 0 || startPos < minPos || fork.start < minStart) break;
			let localSkipped = fork.id >= minRepeatType ? 4 : 0;
			let nodeStart = fork.start;
			fork.next();
			while (fork.pos > startPos) {
				if (fork.size < 0) {
					if (fork.size == -3 || fork.size == -4) localSkipped += 4;
					else break scan;
				} else if (fork.id >= minRepeatType) localSkipped += 4;
				fork.next();
			}
			start = nodeStart;
			size += nodeSize;
			skip += localSkipped;
		}
		if (inRepeat < 0 || size == maxSize) {
			result.size = size;
			result.start = start;
			result.skip = skip;
		}
		return result.size > 4 ? result : void 0;
	}
	function copyToBuffer(bufferStart, buffer, index) {
		let { id, start, end, size } = cursor;
		cursor.next();
		if (size >= 0 && id < minRepeatType) {
			let startIndex = index;
			if (size > 4) {
				let endPos = cursor.pos - (size - 4);
				while (cursor.pos > endPos) index = copyToBuffer(bufferStart, buffer, index);
			}
			buffer[--index] = startIndex;
			buffer[--index] = end - bufferStart;
			buffer[--index] = start - bufferStart;
			buffer[--index] = id;
		} else if (size == -3) contextHash = id;
		else if (size == -4) lookAhead = id;
		return index;
	}
	let children = [], positions = [];
	while (cursor.pos > 0) takeNode(data.start || 0, data.bufferStart || 0, children, positions, -1, 0);
	let length = (_a = data.length) !== null && _a !== void 0 ? _a : children.length ? positions[0] + children[0].length : 0;
	return new Tree(types[data.topID], children.reverse(), positions.reverse(), length);
}
const nodeSizeCache = /* @__PURE__ */ new WeakMap();
function nodeSize(balanceType, node) {
	if (!balanceType.isAnonymous || node instanceof TreeBuffer || node.type != balanceType) return 1;
	let size = nodeSizeCache.get(node);
	if (size == null) {
		size = 1;
		for (let child of node.children) {
			if (child.type != balanceType || !(child instanceof Tree)) {
				size = 1;
				break;
			}
			size += nodeSize(balanceType, child);
		}
		nodeSizeCache.set(node, size);
	}
	return size;
}
function balanceRange(balanceType, children, positions, from, to, start, length, mkTop, mkTree) {
	let total = 0;
	for (let i = from; i < to; i++) total += nodeSize(balanceType, children[i]);
	let maxChild = Math.ceil(total * 1.5 / 8);
	let localChildren = [], localPositions = [];
	function divide(children, positions, from, to, offset) {
		for (let i = from; i < to;) {
			let groupFrom = i, groupStart = positions[i], groupSize = nodeSize(balanceType, children[i]);
			i++;
			for (; i < to; i++) {
				let nextSize = nodeSize(balanceType, children[i]);
				if (groupSize + nextSize >= maxChild) break;
				groupSize += nextSize;
			}
			if (i == groupFrom + 1) {
				if (groupSize > maxChild) {
					let only = children[groupFrom];
					divide(only.children, only.positions, 0, only.children.length, positions[groupFrom] + offset);
					continue;
				}
				localChildren.push(children[groupFrom]);
			} else {
				let length = positions[i - 1] + children[i - 1].length - groupStart;
				localChildren.push(balanceRange(balanceType, children, positions, groupFrom, i, groupStart, length, null, mkTree));
			}
			localPositions.push(groupStart + offset - start);
		}
	}
	divide(children, positions, from, to, 0);
	return (mkTop || mkTree)(localChildren, localPositions, length);
}
/**
A superclass that parsers should extend.
*/
var Parser = class {
	/**
	Start a parse, returning a [partial parse](#common.PartialParse)
	object. [`fragments`](#common.TreeFragment) can be passed in to
	make the parse incremental.
	
	By default, the entire input is parsed. You can pass `ranges`,
	which should be a sorted array of non-empty, non-overlapping
	ranges, to parse only those ranges. The tree returned in that
	case will start at `ranges[0].from`.
	*/
	startParse(input, fragments, ranges) {
		if (typeof input == "string") input = new StringInput(input);
		ranges = !ranges ? [new Range(0, input.length)] : ranges.length ? ranges.map((r) => new Range(r.from, r.to)) : [new Range(0, 0)];
		return this.createParse(input, fragments || [], ranges);
	}
	/**
	Run a full parse, returning the resulting tree.
	*/
	parse(input, fragments, ranges) {
		let parse = this.startParse(input, fragments, ranges);
		for (;;) {
			let done = parse.advance();
			if (done) return done;
		}
	}
};
var StringInput = class {
	constructor(string) {
		this.string = string;
	}
	get length() {
		return this.string.length;
	}
	chunk(from) {
		return this.string.slice(from);
	}
	get lineChunks() {
		return false;
	}
	read(from, to) {
		return this.string.slice(from, to);
	}
};
new NodeProp({ perNode: true });
// node_modules/@lezer/lr/dist/index.js
/**
A parse stack. These are used internally by the parser to track
parsing progress. They also provide some properties and methods
that external code such as a tokenizer can use to get information
about the parse state.
*/
var Stack = class Stack {
	/**
	@internal
	*/
	constructor(p, stack, state, reducePos, pos, score, buffer, bufferBase, curContext, lookAhead = 0, parent) {
		this.p = p;
		this.stack = stack;
		this.state = state;
		this.reducePos = reducePos;
		this.pos = pos;
		this.score = score;
		this.buffer = buffer;
		this.bufferBase = bufferBase;
		this.curContext = curContext;
		this.lookAhead = lookAhead;
		this.parent = parent;
	}
	/**
	@internal
	*/
	toString() {
		return `[${this.stack.filter((_, i) => i % 3 == 0).concat(this.state)}]@${this.pos}${this.score ? "!" + this.score : ""}`;
	}
	/**
	@internal
	*/
	static start(p, state, pos = 0) {
		let cx = p.parser.context;
		return new Stack(p, [], state, pos, pos, 0, [], 0, cx ? new StackContext(cx, cx.start) : null, 0, null);
	}
	/**
	The stack's current [context](#lr.ContextTracker) value, if
	any. Its type will depend on the context tracker's type
	parameter, or it will be `null` if there is no context
	tracker.
	*/
	get context() {
		return this.curContext ? this.curContext.context : null;
	}
	/**
	@internal
	*/
	pushState(state, start) {
		this.stack.push(this.state, start, this.bufferBase + this.buffer.length);
		this.state = state;
	}
	/**
	@internal
	*/
	reduce(action) {
		var _a;
		let depth = action >> 19, type = action & 65535;
		let { parser } = this.p;
		let lookaheadRecord = this.reducePos < this.pos - 25 && this.setLookAhead(this.pos);
		let dPrec = parser.dynamicPrecedence(type);
		if (dPrec) this.score += dPrec;
		if (depth == 0) {
			if (type < parser.minRepeatTerm && this.reducePos < this.pos) this.reducePos = this.pos;
			this.pushState(parser.getGoto(this.state, type, true), this.reducePos);
			if (type < parser.minRepeatTerm) this.storeNode(type, this.reducePos, this.reducePos, lookaheadRecord ? 8 : 4, true);
			this.reduceContext(type, this.reducePos);
			return;
		}
		let base = this.stack.length - (depth - 1) * 3 - (action & 262144 ? 6 : 0);
		let start = base ? this.stack[base - 2] : this.p.ranges[0].from;
		if (type < parser.minRepeatTerm && start == this.reducePos && this.reducePos < this.pos) this.reducePos = this.pos;
		let size = this.reducePos - start;
		if (size >= 2e3 && !((_a = this.p.parser.nodeSet.types[type]) === null || _a === void 0 ? void 0 : _a.isAnonymous)) {
			if (start == this.p.lastBigReductionStart) {
				this.p.bigReductionCount++;
				this.p.lastBigReductionSize = size;
			} else if (this.p.lastBigReductionSize < size) {
				this.p.bigReductionCount = 1;
				this.p.lastBigReductionStart = start;
				this.p.lastBigReductionSize = size;
			}
		}
		let bufferBase = base ? this.stack[base - 1] : 0, count = this.bufferBase + this.buffer.length - bufferBase;
		if (type < parser.minRepeatTerm || action & 131072) {
			let pos = parser.stateFlag(this.state, 1) ? this.pos : this.reducePos;
			this.storeNode(type, start, pos, count + 4, true);
		}
		if (action & 262144) this.state = this.stack[base];
		else {
			let baseStateID = this.stack[base - 3];
			this.state = parser.getGoto(baseStateID, type, true);
		}
		while (this.stack.length > base) this.stack.pop();
		this.reduceContext(type, start);
	}
	/**
	@internal
	*/
	storeNode(term, start, end, size = 4, mustSink = false) {
		if (term == 0 && (!this.stack.length || this.stack[this.stack.length - 1] < this.buffer.length + this.bufferBase)) {
			let top = this.buffer.length;
			if (top > 0 && this.buffer[top - 4] == 0 && this.buffer[top - 1] > -1) {
				if (start == end) return;
				if (this.buffer[top - 2] >= start) {
					this.buffer[top - 2] = end;
					return;
				}
			}
		}
		if (!mustSink || this.pos == end) this.buffer.push(term, start, end, size);
		else {
			let index = this.buffer.length;
			if (index > 0 && (this.buffer[index - 4] != 0 || this.buffer[index - 1] < 0)) {
				let mustMove = false;
				for (let scan = index; scan > 0 && this.buffer[scan - 2] > end; scan -= 4) if (this.buffer[scan - 1] >= 0) {
					mustMove = true;
					break;
				}
				if (mustMove) while (index > 0 && this.buffer[index - 2] > end) {
					this.buffer[index] = this.buffer[index - 4];
					this.buffer[index + 1] = this.buffer[index - 3];
					this.buffer[index + 2] = this.buffer[index - 2];
					this.buffer[index + 3] = this.buffer[index - 1];
					index -= 4;
					if (size > 4) size -= 4;
				}
			}
			this.buffer[index] = term;
			this.buffer[index + 1] = start;
			this.buffer[index + 2] = end;
			this.buffer[index + 3] = size;
		}
	}
	/**
	@internal
	*/
	shift(action, type, start, end) {
		if (action & 131072) this.pushState(action & 65535, this.pos);
		else if ((action & 262144) == 0) {
			let nextState = action, { parser } = this.p;
			this.pos = end;
			let skipped = parser.stateFlag(nextState, 1);
			if (!skipped && (end > start || type <= parser.maxNode)) this.reducePos = end;
			this.pushState(nextState, skipped ? start : Math.min(start, this.reducePos));
			this.shiftContext(type, start);
			if (type <= parser.maxNode) this.buffer.push(type, start, end, 4);
		} else {
			this.pos = end;
			this.shiftContext(type, start);
			if (type <= this.p.parser.maxNode) this.buffer.push(type, start, end, 4);
		}
	}
	/**
	@internal
	*/
	apply(action, next, nextStart, nextEnd) {
		if (action & 65536) this.reduce(action);
		else this.shift(action, next, nextStart, nextEnd);
	}
	/**
	@internal
	*/
	useNode(value, next, start) {
		let index = this.p.reused.length - 1;
		if (index < 0 || this.p.reused[index] != value) {
			this.p.reused.push(value);
			index++;
		}
		let end = this.reducePos = this.pos = start + value.length;
		this.pushState(next, start);
		this.buffer.push(index, start, end, -1);
		if (this.curContext) this.updateContext(this.curContext.tracker.reuse(this.curContext.context, value, this, this.p.stream.reset(this.pos - value.length)));
	}
	/**
	@internal
	*/
	split() {
		let parent = this;
		let off = parent.buffer.length;
		if (off && parent.buffer[off - 4] == 0) off -= 4;
		while (off > 0 && parent.buffer[off - 2] > parent.reducePos) off -= 4;
		let buffer = parent.buffer.slice(off), base = parent.bufferBase + off;
		while (parent && base == parent.bufferBase) parent = parent.parent;
		return new Stack(this.p, this.stack.slice(), this.state, this.reducePos, this.pos, this.score, buffer, base, this.curContext, this.lookAhead, parent);
	}
	/**
	@internal
	*/
	recoverByDelete(next, nextEnd) {
		let isNode = next <= this.p.parser.maxNode;
		if (isNode) this.storeNode(next, this.pos, nextEnd, 4);
		this.storeNode(0, this.pos, nextEnd, isNode ? 8 : 4);
		this.pos = this.reducePos = nextEnd;
		this.score -= 190;
	}
	/**
	Check if the given term would be able to be shifted (optionally
	after some reductions) on this stack. This can be useful for
	external tokenizers that want to make sure they only provide a
	given token when it applies.
	*/
	canShift(term) {
		for (let sim = new SimulatedStack(this);;) {
			let action = this.p.parser.stateSlot(sim.state, 4) || this.p.parser.hasAction(sim.state, term);
			if (action == 0) return false;
			if ((action & 65536) == 0) return true;
			sim.reduce(action);
		}
	}
	/**
	@internal
	*/
	recoverByInsert(next) {
		if (this.stack.length >= 300) return [];
		let nextStates = this.p.parser.nextStates(this.state);
		if (nextStates.length > 8 || this.stack.length >= 120) {
			let best = [];
			for (let i = 0, s; i < nextStates.length; i += 2) if ((s = nextStates[i + 1]) != this.state && this.p.parser.hasAction(s, next)) best.push(nextStates[i], s);
			if (this.stack.length < 120) for (let i = 0; best.length < 8 && i < nextStates.length; i += 2) {
				let s = nextStates[i + 1];
				if (!best.some((v, i) => i & 1 && v == s)) best.push(nextStates[i], s);
			}
			nextStates = best;
		}
		let result = [];
		for (let i = 0; i < nextStates.length && result.length < 4; i += 2) {
			let s = nextStates[i + 1];
			if (s == this.state) continue;
			let stack = this.split();
			stack.pushState(s, this.pos);
			stack.storeNode(0, stack.pos, stack.pos, 4, true);
			stack.shiftContext(nextStates[i], this.pos);
			stack.reducePos = this.pos;
			stack.score -= 200;
			result.push(stack);
		}
		return result;
	}
	/**
	@internal
	*/
	forceReduce() {
		let { parser } = this.p;
		let reduce = parser.stateSlot(this.state, 5);
		if ((reduce & 65536) == 0) return false;
		if (!parser.validAction(this.state, reduce)) {
			let depth = reduce >> 19, term = reduce & 65535;
			let target = this.stack.length - depth * 3;
			if (target < 0 || parser.getGoto(this.stack[target], term, false) < 0) {
				let backup = this.findForcedReduction();
				if (backup == null) return false;
				reduce = backup;
			}
			this.storeNode(0, this.pos, this.pos, 4, true);
			this.score -= 100;
		}
		this.reducePos = this.pos;
		this.reduce(reduce);
		return true;
	}
	/**
	Try to scan through the automaton to find some kind of reduction
	that can be applied. Used when the regular ForcedReduce field
	isn't a valid action. @internal
	*/
	findForcedReduction() {
		let { parser } = this.p, seen = [];
		let explore = (state, depth) => {
			if (seen.includes(state)) return;
			seen.push(state);
			return parser.allActions(state, (action) => {
				if (action & 393216);
				else if (action & 65536) {
					let rDepth = (action >> 19) - depth;
					if (rDepth > 1) {
						let term = action & 65535, target = this.stack.length - rDepth * 3;
						if (target >= 0 && parser.getGoto(this.stack[target], term, false) >= 0) return rDepth << 19 | 65536 | term;
					}
				} else {
					let found = explore(action, depth + 1);
					if (found != null) return found;
				}
			});
		};
		return explore(this.state, 0);
	}
	/**
	@internal
	*/
	forceAll() {
		while (!this.p.parser.stateFlag(this.state, 2)) if (!this.forceReduce()) {
			this.storeNode(0, this.pos, this.pos, 4, true);
			break;
		}
		return this;
	}
	/**
	Check whether this state has no further actions (assumed to be a direct descendant of the
	top state, since any other states must be able to continue
	somehow). @internal
	*/
	get deadEnd() {
		if (this.stack.length != 3) return false;
		let { parser } = this.p;
		return parser.data[parser.stateSlot(this.state, 1)] == 65535 && !parser.stateSlot(this.state, 4);
	}
	/**
	Restart the stack (put it back in its start state). Only safe
	when this.stack.length == 3 (state is directly below the top
	state). @internal
	*/
	restart() {
		this.storeNode(0, this.pos, this.pos, 4, true);
		this.state = this.stack[0];
		this.stack.length = 0;
	}
	/**
	@internal
	*/
	sameState(other) {
		if (this.state != other.state || this.stack.length != other.stack.length) return false;
		for (let i = 0; i < this.stack.length; i += 3) if (this.stack[i] != other.stack[i]) return false;
		return true;
	}
	/**
	Get the parser used by this stack.
	*/
	get parser() {
		return this.p.parser;
	}
	/**
	Test whether a given dialect (by numeric ID, as exported from
	the terms file) is enabled.
	*/
	dialectEnabled(dialectID) {
		return this.p.parser.dialect.flags[dialectID];
	}
	shiftContext(term, start) {
		if (this.curContext) this.updateContext(this.curContext.tracker.shift(this.curContext.context, term, this, this.p.stream.reset(start)));
	}
	reduceContext(term, start) {
		if (this.curContext) this.updateContext(this.curContext.tracker.reduce(this.curContext.context, term, this, this.p.stream.reset(start)));
	}
	/**
	@internal
	*/
	emitContext() {
		let last = this.buffer.length - 1;
		if (last < 0 || this.buffer[last] != -3) this.storeNode(this.curContext.hash, this.reducePos, this.reducePos, -3, true);
	}
	/**
	@internal
	*/
	emitLookAhead() {
		let last = this.buffer.length - 1;
		if (last < 0 || this.buffer[last] != -4) this.buffer.push(this.lookAhead, this.pos, this.pos, -4);
	}
	updateContext(context) {
		if (context != this.curContext.context) {
			let newCx = new StackContext(this.curContext.tracker, context);
			if (newCx.hash != this.curContext.hash) this.emitContext();
			this.curContext = newCx;
		}
	}
	/**
	@internal
	*/
	setLookAhead(lookAhead) {
		if (lookAhead <= this.lookAhead) return false;
		this.emitLookAhead();
		this.lookAhead = lookAhead;
		return true;
	}
	/**
	@internal
	*/
	close() {
		if (this.curContext && this.curContext.tracker.strict) this.emitContext();
		if (this.lookAhead > 0) this.emitLookAhead();
	}
};
var StackContext = class {
	constructor(tracker, context) {
		this.tracker = tracker;
		this.context = context;
		this.hash = tracker.strict ? tracker.hash(context) : 0;
	}
};
var SimulatedStack = class {
	constructor(start) {
		this.start = start;
		this.state = start.state;
		this.stack = start.stack;
		this.base = this.stack.length;
	}
	reduce(action) {
		let term = action & 65535, depth = action >> 19;
		if (depth == 0) {
			if (this.stack == this.start.stack) this.stack = this.stack.slice();
			this.stack.push(this.state, 0, 0);
			this.base += 3;
		} else this.base -= (depth - 1) * 3;
		let goto = this.start.p.parser.getGoto(this.stack[this.base - 3], term, true);
		this.state = goto;
	}
};
var StackBufferCursor = class StackBufferCursor {
	constructor(stack, pos, index) {
		this.stack = stack;
		this.pos = pos;
		this.index = index;
		this.buffer = stack.buffer;
		if (this.index == 0) this.maybeNext();
	}
	static create(stack, pos = stack.bufferBase + stack.buffer.length) {
		return new StackBufferCursor(stack, pos, pos - stack.bufferBase);
	}
	maybeNext() {
		let next = this.stack.parent;
		if (next != null) {
			this.index = this.stack.bufferBase - next.bufferBase;
			this.stack = next;
			this.buffer = next.buffer;
		}
	}
	get id() {
		return this.buffer[this.index - 4];
	}
	get start() {
		return this.buffer[this.index - 3];
	}
	get end() {
		return this.buffer[this.index - 2];
	}
	get size() {
		return this.buffer[this.index - 1];
	}
	next() {
		this.index -= 4;
		this.pos -= 4;
		if (this.index == 0) this.maybeNext();
	}
	fork() {
		return new StackBufferCursor(this.stack, this.pos, this.index);
	}
};
function decodeArray(input, Type = Uint16Array) {
	if (typeof input != "string") return input;
	let array = null;
	for (let pos = 0, out = 0; pos < input.length;) {
		let value = 0;
		for (;;) {
			let next = input.charCodeAt(pos++), stop = false;
			if (next == 126) {
				value = 65535;
				break;
			}
			if (next >= 92) next--;
			if (next >= 34) next--;
			let digit = next - 32;
			if (digit >= 46) {
				digit -= 46;
				stop = true;
			}
			value += digit;
			if (stop) break;
			value *= 46;
		}
		if (array) array[out++] = value;
		else array = new Type(value);
	}
	return array;
}
var CachedToken = class {
	constructor() {
		this.start = -1;
		this.value = -1;
		this.end = -1;
		this.extended = -1;
		this.lookAhead = 0;
		this.mask = 0;
		this.context = 0;
	}
};
const nullToken = new CachedToken();
/**
[Tokenizers](#lr.ExternalTokenizer) interact with the input
through this interface. It presents the input as a stream of
characters, tracking lookahead and hiding the complexity of
[ranges](#common.Parser.parse^ranges) from tokenizer code.
*/
var InputStream = class {
	/**
	@internal
	*/
	constructor(input, ranges) {
		this.input = input;
		this.ranges = ranges;
		/**
		@internal
		*/
		this.chunk = "";
		/**
		@internal
		*/
		this.chunkOff = 0;
		/**
		Backup chunk
		*/
		this.chunk2 = "";
		this.chunk2Pos = 0;
		/**
		The character code of the next code unit in the input, or -1
		when the stream is at the end of the input.
		*/
		this.next = -1;
		/**
		@internal
		*/
		this.token = nullToken;
		this.rangeIndex = 0;
		this.pos = this.chunkPos = ranges[0].from;
		this.range = ranges[0];
		this.end = ranges[ranges.length - 1].to;
		this.readNext();
	}
	/**
	@internal
	*/
	resolveOffset(offset, assoc) {
		let range = this.range, index = this.rangeIndex;
		let pos = this.pos + offset;
		while (pos < range.from) {
			if (!index) return null;
			let next = this.ranges[--index];
			pos -= range.from - next.to;
			range = next;
		}
		while (assoc < 0 ? pos > range.to : pos >= range.to) {
			if (index == this.ranges.length - 1) return null;
			let next = this.ranges[++index];
			pos += next.from - range.to;
			range = next;
		}
		return pos;
	}
	/**
	@internal
	*/
	clipPos(pos) {
		if (pos >= this.range.from && pos < this.range.to) return pos;
		for (let range of this.ranges) if (range.to > pos) return Math.max(pos, range.from);
		return this.end;
	}
	/**
	Look at a code unit near the stream position. `.peek(0)` equals
	`.next`, `.peek(-1)` gives you the previous character, and so
	on.
	
	Note that looking around during tokenizing creates dependencies
	on potentially far-away content, which may reduce the
	effectiveness incremental parsing—when looking forward—or even
	cause invalid reparses when looking backward more than 25 code
	units, since the library does not track lookbehind.
	*/
	peek(offset) {
		let idx = this.chunkOff + offset, pos, result;
		if (idx >= 0 && idx < this.chunk.length) {
			pos = this.pos + offset;
			result = this.chunk.charCodeAt(idx);
		} else {
			let resolved = this.resolveOffset(offset, 1);
			if (resolved == null) return -1;
			pos = resolved;
			if (pos >= this.chunk2Pos && pos < this.chunk2Pos + this.chunk2.length) result = this.chunk2.charCodeAt(pos - this.chunk2Pos);
			else {
				let i = this.rangeIndex, range = this.range;
				while (range.to <= pos) range = this.ranges[++i];
				this.chunk2 = this.input.chunk(this.chunk2Pos = pos);
				if (pos + this.chunk2.length > range.to) this.chunk2 = this.chunk2.slice(0, range.to - pos);
				result = this.chunk2.charCodeAt(0);
			}
		}
		if (pos >= this.token.lookAhead) this.token.lookAhead = pos + 1;
		return result;
	}
	/**
	Accept a token. By default, the end of the token is set to the
	current stream position, but you can pass an offset (relative to
	the stream position) to change that.
	*/
	acceptToken(token, endOffset = 0) {
		let end = endOffset ? this.resolveOffset(endOffset, -1) : this.pos;
		if (end == null || end < this.token.start) throw new RangeError("Token end out of bounds");
		this.token.value = token;
		this.token.end = end;
	}
	/**
	Accept a token ending at a specific given position.
	*/
	acceptTokenTo(token, endPos) {
		this.token.value = token;
		this.token.end = endPos;
	}
	getChunk() {
		if (this.pos >= this.chunk2Pos && this.pos < this.chunk2Pos + this.chunk2.length) {
			let { chunk, chunkPos } = this;
			this.chunk = this.chunk2;
			this.chunkPos = this.chunk2Pos;
			this.chunk2 = chunk;
			this.chunk2Pos = chunkPos;
			this.chunkOff = this.pos - this.chunkPos;
		} else {
			this.chunk2 = this.chunk;
			this.chunk2Pos = this.chunkPos;
			let nextChunk = this.input.chunk(this.pos);
			let end = this.pos + nextChunk.length;
			this.chunk = end > this.range.to ? nextChunk.slice(0, this.range.to - this.pos) : nextChunk;
			this.chunkPos = this.pos;
			this.chunkOff = 0;
		}
	}
	readNext() {
		if (this.chunkOff >= this.chunk.length) {
			this.getChunk();
			if (this.chunkOff == this.chunk.length) return this.next = -1;
		}
		return this.next = this.chunk.charCodeAt(this.chunkOff);
	}
	/**
	Move the stream forward N (defaults to 1) code units. Returns
	the new value of [`next`](#lr.InputStream.next).
	*/
	advance(n = 1) {
		this.chunkOff += n;
		while (this.pos + n >= this.range.to) {
			if (this.rangeIndex == this.ranges.length - 1) return this.setDone();
			n -= this.range.to - this.pos;
			this.range = this.ranges[++this.rangeIndex];
			this.pos = this.range.from;
		}
		this.pos += n;
		if (this.pos >= this.token.lookAhead) this.token.lookAhead = this.pos + 1;
		return this.readNext();
	}
	setDone() {
		this.pos = this.chunkPos = this.end;
		this.range = this.ranges[this.rangeIndex = this.ranges.length - 1];
		this.chunk = "";
		return this.next = -1;
	}
	/**
	@internal
	*/
	reset(pos, token) {
		if (token) {
			this.token = token;
			token.start = pos;
			token.lookAhead = pos + 1;
			token.value = token.extended = -1;
		} else this.token = nullToken;
		if (this.pos != pos) {
			this.pos = pos;
			if (pos == this.end) {
				this.setDone();
				return this;
			}
			while (pos < this.range.from) this.range = this.ranges[--this.rangeIndex];
			while (pos >= this.range.to) this.range = this.ranges[++this.rangeIndex];
			if (pos >= this.chunkPos && pos < this.chunkPos + this.chunk.length) this.chunkOff = pos - this.chunkPos;
			else {
				this.chunk = "";
				this.chunkOff = 0;
			}
			this.readNext();
		}
		return this;
	}
	/**
	@internal
	*/
	read(from, to) {
		if (from >= this.chunkPos && to <= this.chunkPos + this.chunk.length) return this.chunk.slice(from - this.chunkPos, to - this.chunkPos);
		if (from >= this.chunk2Pos && to <= this.chunk2Pos + this.chunk2.length) return this.chunk2.slice(from - this.chunk2Pos, to - this.chunk2Pos);
		if (from >= this.range.from && to <= this.range.to) return this.input.read(from, to);
		let result = "";
		for (let r of this.ranges) {
			if (r.from >= to) break;
			if (r.to > from) result += this.input.read(Math.max(r.from, from), Math.min(r.to, to));
		}
		return result;
	}
};
/**
@internal
*/
var TokenGroup = class {
	constructor(data, id) {
		this.data = data;
		this.id = id;
	}
	token(input, stack) {
		let { parser } = stack.p;
		readToken(this.data, input, stack, this.id, parser.data, parser.tokenPrecTable);
	}
};
TokenGroup.prototype.contextual = TokenGroup.prototype.fallback = TokenGroup.prototype.extend = false;
/**
@hide
*/
var LocalTokenGroup = class {
	constructor(data, precTable, elseToken) {
		this.precTable = precTable;
		this.elseToken = elseToken;
		this.data = typeof data == "string" ? decodeArray(data) : data;
	}
	token(input, stack) {
		let start = input.pos, skipped = 0;
		for (;;) {
			let atEof = input.next < 0, nextPos = input.resolveOffset(1, 1);
			readToken(this.data, input, stack, 0, this.data, this.precTable);
			if (input.token.value > -1) break;
			if (this.elseToken == null) return;
			if (!atEof) skipped++;
			if (nextPos == null) break;
			input.reset(nextPos, input.token);
		}
		if (skipped) {
			input.reset(start, input.token);
			input.acceptToken(this.elseToken, skipped);
		}
	}
};
LocalTokenGroup.prototype.contextual = TokenGroup.prototype.fallback = TokenGroup.prototype.extend = false;
/**
`@external tokens` declarations in the grammar should resolve to
an instance of this class.
*/
var ExternalTokenizer = class {
	/**
	Create a tokenizer. The first argument is the function that,
	given an input stream, scans for the types of tokens it
	recognizes at the stream's position, and calls
	[`acceptToken`](#lr.InputStream.acceptToken) when it finds
	one.
	*/
	constructor(token, options = {}) {
		this.token = token;
		this.contextual = !!options.contextual;
		this.fallback = !!options.fallback;
		this.extend = !!options.extend;
	}
};
function readToken(data, input, stack, group, precTable, precOffset) {
	let state = 0, groupMask = 1 << group, { dialect } = stack.p.parser;
	scan: for (;;) {
		if ((groupMask & data[state]) == 0) break;
		let accEnd = data[state + 1];
		for (let i = state + 3; i < accEnd; i += 2) if ((data[i + 1] & groupMask) > 0) {
			let term = data[i];
			if (dialect.allows(term) && (input.token.value == -1 || input.token.value == term || overrides(term, input.token.value, precTable, precOffset))) {
				input.acceptToken(term);
				break;
			}
		}
		let next = input.next, low = 0, high = data[state + 2];
		if (input.next < 0 && high > low && data[accEnd + high * 3 - 3] == 65535) {
			state = data[accEnd + high * 3 - 1];
			continue scan;
		}
		for (; low < high;) {
			let mid = low + high >> 1;
			let index = accEnd + mid + (mid << 1);
			let from = data[index], to = data[index + 1] || 65536;
			if (next < from) high = mid;
			else if (next >= to) low = mid + 1;
			else {
				state = data[index + 2];
				input.advance();
				continue scan;
			}
		}
		break;
	}
}
function findOffset(data, start, term) {
	for (let i = start, next; (next = data[i]) != 65535; i++) if (next == term) return i - start;
	return -1;
}
function overrides(token, prev, tableData, tableOffset) {
	let iPrev = findOffset(tableData, tableOffset, prev);
	return iPrev < 0 || findOffset(tableData, tableOffset, token) < iPrev;
}
const verbose = typeof process != "undefined" && process.env && /\bparse\b/.test(process.env.LOG);
let stackIDs = null;
function cutAt(tree, pos, side) {
	let cursor = tree.cursor(IterMode.IncludeAnonymous);
	cursor.moveTo(pos);
	for (;;) if (!(side < 0 ? cursor.childBefore(pos) : cursor.childAfter(pos))) for (;;) {
		if ((side < 0 ? cursor.to < pos : cursor.from > pos) && !cursor.type.isError) return side < 0 ? Math.max(0, Math.min(cursor.to - 1, pos - 25)) : Math.min(tree.length, Math.max(cursor.from + 1, pos + 25));
		if (side < 0 ? cursor.prevSibling() : cursor.nextSibling()) break;
		if (!cursor.parent()) return side < 0 ? 0 : tree.length;
	}
}
var FragmentCursor = class {
	constructor(fragments, minRepeat) {
		this.fragments = fragments;
		this.minRepeat = minRepeat;
		this.i = 0;
		this.fragment = null;
		this.safeFrom = -1;
		this.safeTo = -1;
		this.trees = [];
		this.start = [];
		this.index = [];
		this.lastRepeat = null;
		this.lastRepeatPos = -1;
		this.nextFragment();
	}
	nextFragment() {
		let fr = this.fragment = this.i == this.fragments.length ? null : this.fragments[this.i++];
		if (fr) {
			this.safeFrom = fr.openStart ? cutAt(fr.tree, fr.from + fr.offset, 1) - fr.offset : fr.from;
			this.safeTo = fr.openEnd ? cutAt(fr.tree, fr.to + fr.offset, -1) - fr.offset : fr.to;
			while (this.trees.length) {
				this.trees.pop();
				this.start.pop();
				this.index.pop();
			}
			this.trees.push(fr.tree);
			this.start.push(-fr.offset);
			this.index.push(0);
			this.nextStart = this.safeFrom;
		} else this.nextStart = 1e9;
	}
	nodeAt(pos) {
		if (pos < this.nextStart) return null;
		while (this.fragment && this.safeTo <= pos) this.nextFragment();
		if (!this.fragment) return null;
		for (;;) {
			let last = this.trees.length - 1;
			if (last < 0) {
				this.nextFragment();
				return null;
			}
			if (pos < this.safeFrom) return null;
			let top = this.trees[last], index = this.index[last];
			if (index == top.children.length) {
				this.trees.pop();
				this.start.pop();
				this.index.pop();
				continue;
			}
			let next = top.children[index];
			let start = this.start[last] + top.positions[index];
			if (start > pos) {
				this.nextStart = start;
				return null;
			}
			if (next instanceof Tree) {
				let storeRepeat = start > this.lastRepeatPos && next.type.id >= this.minRepeat;
				if (start == pos || storeRepeat) {
					let end = start + next.length, lookahead;
					if (start >= this.safeFrom && end <= this.safeTo && (!(lookahead = next.prop(NodeProp.lookAhead)) || end + lookahead < this.fragment.to)) {
						if (storeRepeat) {
							this.lastRepeat = next;
							this.lastRepeatPos = start;
						}
						if (start == pos) return next;
					}
				}
				this.index[last]++;
				if (start + next.length >= Math.max(this.safeFrom, pos)) {
					this.trees.push(next);
					this.start.push(start);
					this.index.push(0);
				}
			} else {
				this.index[last]++;
				this.nextStart = start + next.length;
			}
		}
	}
};
var TokenCache = class {
	constructor(parser, stream) {
		this.stream = stream;
		this.tokens = [];
		this.mainToken = null;
		this.actions = [];
		this.tokens = parser.tokenizers.map((_) => new CachedToken());
	}
	getActions(stack) {
		let actionIndex = 0;
		let main = null;
		let { parser } = stack.p, { tokenizers } = parser;
		let mask = parser.stateSlot(stack.state, 3);
		let context = stack.curContext ? stack.curContext.hash : 0;
		let lookAhead = 0;
		for (let i = 0; i < tokenizers.length; i++) {
			if ((1 << i & mask) == 0) continue;
			let tokenizer = tokenizers[i], token = this.tokens[i];
			if (main && !tokenizer.fallback) continue;
			if (tokenizer.contextual || token.start != stack.pos || token.mask != mask || token.context != context) {
				this.updateCachedToken(token, tokenizer, stack);
				token.mask = mask;
				token.context = context;
			}
			if (token.lookAhead > token.end + 25) lookAhead = Math.max(token.lookAhead, lookAhead);
			if (token.value != 0) {
				let startIndex = actionIndex;
				if (token.extended > -1) actionIndex = this.addActions(stack, token.extended, token.end, actionIndex);
				actionIndex = this.addActions(stack, token.value, token.end, actionIndex);
				if (!tokenizer.extend) {
					main = token;
					if (actionIndex > startIndex) break;
				}
			}
		}
		while (this.actions.length > actionIndex) this.actions.pop();
		if (lookAhead) stack.setLookAhead(lookAhead);
		if (!main && stack.pos == this.stream.end) {
			main = new CachedToken();
			main.value = stack.p.parser.eofTerm;
			main.start = main.end = stack.pos;
			actionIndex = this.addActions(stack, main.value, main.end, actionIndex);
		}
		this.mainToken = main;
		return this.actions;
	}
	getMainToken(stack) {
		if (this.mainToken) return this.mainToken;
		let main = new CachedToken(), { pos, p } = stack;
		main.start = pos;
		main.end = Math.min(pos + 1, p.stream.end);
		main.value = pos == p.stream.end ? p.parser.eofTerm : 0;
		return main;
	}
	updateCachedToken(token, tokenizer, stack) {
		let start = this.stream.clipPos(stack.pos);
		tokenizer.token(this.stream.reset(start, token), stack);
		if (token.value > -1) {
			let { parser } = stack.p;
			for (let i = 0; i < parser.specialized.length; i++) if (parser.specialized[i] == token.value) {
				let result = parser.specializers[i](this.stream.read(token.start, token.end), stack);
				if (result >= 0 && stack.p.parser.dialect.allows(result >> 1)) {
					if ((result & 1) == 0) token.value = result >> 1;
					else token.extended = result >> 1;
					break;
				}
			}
		} else {
			token.value = 0;
			token.end = this.stream.clipPos(start + 1);
		}
	}
	putAction(action, token, end, index) {
		for (let i = 0; i < index; i += 3) if (this.actions[i] == action) return index;
		this.actions[index++] = action;
		this.actions[index++] = token;
		this.actions[index++] = end;
		return index;
	}
	addActions(stack, token, end, index) {
		let { state } = stack, { parser } = stack.p, { data } = parser;
		for (let set = 0; set < 2; set++) for (let i = parser.stateSlot(state, set ? 2 : 1);; i += 3) {
			if (data[i] == 65535) {
				if (data[i + 1] == 1) i = pair(data, i + 2);
				else {
					if (index == 0 && data[i + 1] == 2) index = this.putAction(pair(data, i + 2), token, end, index);
					break;
				}
			}
			if (data[i] == token) index = this.putAction(pair(data, i + 1), token, end, index);
		}
		return index;
	}
};
var Parse = class {
	constructor(parser, input, fragments, ranges) {
		this.parser = parser;
		this.input = input;
		this.ranges = ranges;
		this.recovering = 0;
		this.nextStackID = 9812;
		this.minStackPos = 0;
		this.reused = [];
		this.stoppedAt = null;
		this.lastBigReductionStart = -1;
		this.lastBigReductionSize = 0;
		this.bigReductionCount = 0;
		this.stream = new InputStream(input, ranges);
		this.tokens = new TokenCache(parser, this.stream);
		this.topTerm = parser.top[1];
		let { from } = ranges[0];
		this.stacks = [Stack.start(this, parser.top[0], from)];
		this.fragments = fragments.length && this.stream.end - from > parser.bufferLength * 4 ? new FragmentCursor(fragments, parser.minRepeatTerm) : null;
	}
	get parsedPos() {
		return this.minStackPos;
	}
	advance() {
		let stacks = this.stacks, pos = this.minStackPos;
		let newStacks = this.stacks = [];
		let stopped, stoppedTokens;
		if (this.bigReductionCount > 300 && stacks.length == 1) {
			let [s] = stacks;
			while (s.forceReduce() && s.stack.length && s.stack[s.stack.length - 2] >= this.lastBigReductionStart);
			this.bigReductionCount = this.lastBigReductionSize = 0;
		}
		for (let i = 0; i < stacks.length; i++) {
			let stack = stacks[i];
			for (;;) {
				this.tokens.mainToken = null;
				if (stack.pos > pos) newStacks.push(stack);
				else if (this.advanceStack(stack, newStacks, stacks)) continue;
				else {
					if (!stopped) {
						stopped = [];
						stoppedTokens = [];
					}
					stopped.push(stack);
					let tok = this.tokens.getMainToken(stack);
					stoppedTokens.push(tok.value, tok.end);
				}
				break;
			}
		}
		if (!newStacks.length) {
			let finished = stopped && findFinished(stopped);
			if (finished) {
				if (verbose) console.log("Finish with " + this.stackID(finished));
				return this.stackToTree(finished);
			}
			if (this.parser.strict) {
				if (verbose && stopped) console.log("Stuck with token " + (this.tokens.mainToken ? this.parser.getName(this.tokens.mainToken.value) : "none"));
				throw new SyntaxError("No parse at " + pos);
			}
			if (!this.recovering) this.recovering = 5;
		}
		if (this.recovering && stopped) {
			let finished = this.stoppedAt != null && stopped[0].pos > this.stoppedAt ? stopped[0] : this.runRecovery(stopped, stoppedTokens, newStacks);
			if (finished) {
				if (verbose) console.log("Force-finish " + this.stackID(finished));
				return this.stackToTree(finished.forceAll());
			}
		}
		if (this.recovering) {
			let maxRemaining = this.recovering == 1 ? 1 : this.recovering * 3;
			if (newStacks.length > maxRemaining) {
				newStacks.sort((a, b) => b.score - a.score);
				while (newStacks.length > maxRemaining) newStacks.pop();
			}
			if (newStacks.some((s) => s.reducePos > pos)) this.recovering--;
		} else if (newStacks.length > 1) {
			outer: for (let i = 0; i < newStacks.length - 1; i++) {
				let stack = newStacks[i];
				for (let j = i + 1; j < newStacks.length; j++) {
					let other = newStacks[j];
					if (stack.sameState(other) || stack.buffer.length > 500 && other.buffer.length > 500) {
						if ((stack.score - other.score || stack.buffer.length - other.buffer.length) > 0) newStacks.splice(j--, 1);
						else {
							newStacks.splice(i--, 1);
							continue outer;
						}
					}
				}
			}
			if (newStacks.length > 12) {
				newStacks.sort((a, b) => b.score - a.score);
				newStacks.splice(12, newStacks.length - 12);
			}
		}
		this.minStackPos = newStacks[0].pos;
		for (let i = 1; i < newStacks.length; i++) if (newStacks[i].pos < this.minStackPos) this.minStackPos = newStacks[i].pos;
		return null;
	}
	stopAt(pos) {
		if (this.stoppedAt != null && this.stoppedAt < pos) throw new RangeError("Can't move stoppedAt forward");
		this.stoppedAt = pos;
	}
	tryReuse(stack, start, tree, repeatOnly) {
		if (!tree) return null;
		let strictCx = stack.curContext && stack.curContext.tracker.strict, cxHash = strictCx ? stack.curContext.hash : 0;
		for (; tree;) {
			let match = this.parser.nodeSet.types[tree.type.id] != tree.type ? -1 : this.parser.getGoto(stack.state, tree.type.id);
			if (match > -1 && tree.length && (!strictCx || (tree.prop(NodeProp.contextHash) || 0) == cxHash)) {
				stack.useNode(tree, match, start);
				return tree;
			}
			if (tree.children.length == 0 || tree.positions[0] > 0) break;
			let inner = tree.children[0];
			if (inner instanceof Tree && (!repeatOnly || inner.type.id >= this.parser.minRepeatTerm)) tree = inner;
			else break;
		}
		return null;
	}
	advanceStack(stack, stacks, split) {
		let start = stack.pos, { parser } = this;
		let base = verbose ? this.stackID(stack) + " -> " : "";
		if (this.stoppedAt != null && start > this.stoppedAt) return stack.forceReduce() ? stack : null;
		if (this.fragments) {
			let reused = stack.reducePos < start && stack.buffer.length && stack.buffer[stack.buffer.length - 2] <= stack.reducePos && this.fragments.lastRepeatPos == stack.reducePos && this.tryReuse(stack, stack.reducePos, this.fragments.lastRepeat, true) || this.tryReuse(stack, start, this.fragments.nodeAt(start), false);
			if (reused) {
				if (verbose) console.log(base + this.stackID(stack) + ` (via reuse of ${parser.getName(reused.type.id)})`);
				return true;
			}
		}
		let defaultReduce = parser.stateSlot(stack.state, 4);
		if (defaultReduce > 0) {
			stack.reduce(defaultReduce);
			if (verbose) console.log(base + this.stackID(stack) + ` (via always-reduce ${parser.getName(defaultReduce & 65535)})`);
			return true;
		}
		if (stack.stack.length >= 8400) while (stack.stack.length > 6e3 && stack.forceReduce());
		let actions = this.tokens.getActions(stack);
		for (let i = 0; i < actions.length;) {
			let action = actions[i++], term = actions[i++], end = actions[i++];
			let last = i == actions.length || !split;
			let localStack = last ? stack : stack.split();
			let main = this.tokens.mainToken;
			localStack.apply(action, term, main ? main.start : localStack.pos, end);
			if (verbose) console.log(base + this.stackID(localStack) + ` (via ${(action & 65536) == 0 ? "shift" : `reduce of ${parser.getName(action & 65535)}`} for ${parser.getName(term)} @ ${start}${localStack == stack ? "" : ", split"})`);
			if (last) return true;
			else if (localStack.pos > start) stacks.push(localStack);
			else split.push(localStack);
		}
		return false;
	}
	advanceFully(stack, newStacks) {
		let pos = stack.pos;
		for (;;) {
			if (!this.advanceStack(stack, null, null)) return false;
			if (stack.pos > pos) {
				pushStackDedup(stack, newStacks);
				return true;
			}
		}
	}
	runRecovery(stacks, tokens, newStacks) {
		let finished = null, restarted = false;
		for (let i = 0; i < stacks.length; i++) {
			let stack = stacks[i], token = tokens[i << 1], tokenEnd = tokens[(i << 1) + 1];
			let base = verbose ? this.stackID(stack) + " -> " : "";
			if (stack.deadEnd) {
				if (restarted) continue;
				restarted = true;
				stack.restart();
				if (verbose) console.log(base + this.stackID(stack) + " (restarted)");
				if (this.advanceFully(stack, newStacks)) continue;
			}
			let force = stack.split(), forceBase = base;
			for (let j = 0; j < 10 && force.forceReduce(); j++) {
				if (verbose) console.log(forceBase + this.stackID(force) + " (via force-reduce)");
				if (this.advanceFully(force, newStacks)) break;
				if (verbose) forceBase = this.stackID(force) + " -> ";
			}
			for (let insert of stack.recoverByInsert(token)) {
				if (verbose) console.log(base + this.stackID(insert) + " (via recover-insert)");
				this.advanceFully(insert, newStacks);
			}
			if (this.stream.end > stack.pos) {
				if (tokenEnd == stack.pos) {
					tokenEnd++;
					token = 0;
				}
				stack.recoverByDelete(token, tokenEnd);
				if (verbose) console.log(base + this.stackID(stack) + ` (via recover-delete ${this.parser.getName(token)})`);
				pushStackDedup(stack, newStacks);
			} else if (!finished || finished.score < force.score) finished = force;
		}
		return finished;
	}
	stackToTree(stack) {
		stack.close();
		return Tree.build({
			buffer: StackBufferCursor.create(stack),
			nodeSet: this.parser.nodeSet,
			topID: this.topTerm,
			maxBufferLength: this.parser.bufferLength,
			reused: this.reused,
			start: this.ranges[0].from,
			length: stack.pos - this.ranges[0].from,
			minRepeatType: this.parser.minRepeatTerm
		});
	}
	stackID(stack) {
		let id = (stackIDs || (stackIDs = /* @__PURE__ */ new WeakMap())).get(stack);
		if (!id) stackIDs.set(stack, id = String.fromCodePoint(this.nextStackID++));
		return id + stack;
	}
};
function pushStackDedup(stack, newStacks) {
	for (let i = 0; i < newStacks.length; i++) {
		let other = newStacks[i];
		if (other.pos == stack.pos && other.sameState(stack)) {
			if (newStacks[i].score < stack.score) newStacks[i] = stack;
			return;
		}
	}
	newStacks.push(stack);
}
var Dialect = class {
	constructor(source, flags, disabled) {
		this.source = source;
		this.flags = flags;
		this.disabled = disabled;
	}
	allows(term) {
		return !this.disabled || this.disabled[term] == 0;
	}
};
const id = (x) => x;
/**
Context trackers are used to track stateful context (such as
indentation in the Python grammar, or parent elements in the XML
grammar) needed by external tokenizers. You declare them in a
grammar file as `@context exportName from "module"`.

Context values should be immutable, and can be updated (replaced)
on shift or reduce actions.

The export used in a `@context` declaration should be of this
type.
*/
var ContextTracker = class {
	/**
	Define a context tracker.
	*/
	constructor(spec) {
		this.start = spec.start;
		this.shift = spec.shift || id;
		this.reduce = spec.reduce || id;
		this.reuse = spec.reuse || id;
		this.hash = spec.hash || (() => 0);
		this.strict = spec.strict !== false;
	}
};
/**
Holds the parse tables for a given grammar, as generated by
`lezer-generator`, and provides [methods](#common.Parser) to parse
content with.
*/
var LRParser = class LRParser extends Parser {
	/**
	@internal
	*/
	constructor(spec) {
		super();
		/**
		@internal
		*/
		this.wrappers = [];
		if (spec.version != 14) throw new RangeError(`Parser version (${spec.version}) doesn't match runtime version (14)`);
		let nodeNames = spec.nodeNames.split(" ");
		this.minRepeatTerm = nodeNames.length;
		for (let i = 0; i < spec.repeatNodeCount; i++) nodeNames.push("");
		let topTerms = Object.keys(spec.topRules).map((r) => spec.topRules[r][1]);
		let nodeProps = [];
		for (let i = 0; i < nodeNames.length; i++) nodeProps.push([]);
		function setProp(nodeID, prop, value) {
			nodeProps[nodeID].push([prop, prop.deserialize(String(value))]);
		}
		if (spec.nodeProps) for (let propSpec of spec.nodeProps) {
			let prop = propSpec[0];
			if (typeof prop == "string") prop = NodeProp[prop];
			for (let i = 1; i < propSpec.length;) {
				let next = propSpec[i++];
				if (next >= 0) setProp(next, prop, propSpec[i++]);
				else {
					let value = propSpec[i + -next];
					for (let j = -next; j > 0; j--) setProp(propSpec[i++], prop, value);
					i++;
				}
			}
		}
		this.nodeSet = new NodeSet(nodeNames.map((name, i) => NodeType.define({
			name: i >= this.minRepeatTerm ? void 0 : name,
			id: i,
			props: nodeProps[i],
			top: topTerms.indexOf(i) > -1,
			error: i == 0,
			skipped: spec.skippedNodes && spec.skippedNodes.indexOf(i) > -1
		})));
		if (spec.propSources) this.nodeSet = this.nodeSet.extend(...spec.propSources);
		this.strict = false;
		this.bufferLength = DefaultBufferLength;
		let tokenArray = decodeArray(spec.tokenData);
		this.context = spec.context;
		this.specializerSpecs = spec.specialized || [];
		this.specialized = new Uint16Array(this.specializerSpecs.length);
		for (let i = 0; i < this.specializerSpecs.length; i++) this.specialized[i] = this.specializerSpecs[i].term;
		this.specializers = this.specializerSpecs.map(getSpecializer);
		this.states = decodeArray(spec.states, Uint32Array);
		this.data = decodeArray(spec.stateData);
		this.goto = decodeArray(spec.goto);
		this.maxTerm = spec.maxTerm;
		this.tokenizers = spec.tokenizers.map((value) => typeof value == "number" ? new TokenGroup(tokenArray, value) : value);
		this.topRules = spec.topRules;
		this.dialects = spec.dialects || {};
		this.dynamicPrecedences = spec.dynamicPrecedences || null;
		this.tokenPrecTable = spec.tokenPrec;
		this.termNames = spec.termNames || null;
		this.maxNode = this.nodeSet.types.length - 1;
		this.dialect = this.parseDialect();
		this.top = this.topRules[Object.keys(this.topRules)[0]];
	}
	createParse(input, fragments, ranges) {
		let parse = new Parse(this, input, fragments, ranges);
		for (let w of this.wrappers) parse = w(parse, input, fragments, ranges);
		return parse;
	}
	/**
	Get a goto table entry @internal
	*/
	getGoto(state, term, loose = false) {
		let table = this.goto;
		if (term >= table[0]) return -1;
		for (let pos = table[term + 1];;) {
			let groupTag = table[pos++], last = groupTag & 1;
			let target = table[pos++];
			if (last && loose) return target;
			for (let end = pos + (groupTag >> 1); pos < end; pos++) if (table[pos] == state) return target;
			if (last) return -1;
		}
	}
	/**
	Check if this state has an action for a given terminal @internal
	*/
	hasAction(state, terminal) {
		let data = this.data;
		for (let set = 0; set < 2; set++) for (let i = this.stateSlot(state, set ? 2 : 1), next;; i += 3) {
			if ((next = data[i]) == 65535) {
				if (data[i + 1] == 1) next = data[i = pair(data, i + 2)];
				else if (data[i + 1] == 2) return pair(data, i + 2);
				else break;
			}
			if (next == terminal || next == 0) return pair(data, i + 1);
		}
		return 0;
	}
	/**
	@internal
	*/
	stateSlot(state, slot) {
		return this.states[state * 6 + slot];
	}
	/**
	@internal
	*/
	stateFlag(state, flag) {
		return (this.stateSlot(state, 0) & flag) > 0;
	}
	/**
	@internal
	*/
	validAction(state, action) {
		return !!this.allActions(state, (a) => a == action ? true : null);
	}
	/**
	@internal
	*/
	allActions(state, action) {
		let deflt = this.stateSlot(state, 4);
		let result = deflt ? action(deflt) : void 0;
		for (let i = this.stateSlot(state, 1); result == null; i += 3) {
			if (this.data[i] == 65535) {
				if (this.data[i + 1] == 1) i = pair(this.data, i + 2);
				else break;
			}
			result = action(pair(this.data, i + 1));
		}
		return result;
	}
	/**
	Get the states that can follow this one through shift actions or
	goto jumps. @internal
	*/
	nextStates(state) {
		let result = [];
		for (let i = this.stateSlot(state, 1);; i += 3) {
			if (this.data[i] == 65535) {
				if (this.data[i + 1] == 1) i = pair(this.data, i + 2);
				else break;
			}
			if ((this.data[i + 2] & 1) == 0) {
				let value = this.data[i + 1];
				if (!result.some((v, i) => i & 1 && v == value)) result.push(this.data[i], value);
			}
		}
		return result;
	}
	/**
	Configure the parser. Returns a new parser instance that has the
	given settings modified. Settings not provided in `config` are
	kept from the original parser.
	*/
	configure(config) {
		let copy = Object.assign(Object.create(LRParser.prototype), this);
		if (config.props) copy.nodeSet = this.nodeSet.extend(...config.props);
		if (config.top) {
			let info = this.topRules[config.top];
			if (!info) throw new RangeError(`Invalid top rule name ${config.top}`);
			copy.top = info;
		}
		if (config.tokenizers) copy.tokenizers = this.tokenizers.map((t) => {
			let found = config.tokenizers.find((r) => r.from == t);
			return found ? found.to : t;
		});
		if (config.specializers) {
			copy.specializers = this.specializers.slice();
			copy.specializerSpecs = this.specializerSpecs.map((s, i) => {
				let found = config.specializers.find((r) => r.from == s.external);
				if (!found) return s;
				let spec = Object.assign(Object.assign({}, s), { external: found.to });
				copy.specializers[i] = getSpecializer(spec);
				return spec;
			});
		}
		if (config.contextTracker) copy.context = config.contextTracker;
		if (config.dialect) copy.dialect = this.parseDialect(config.dialect);
		if (config.strict != null) copy.strict = config.strict;
		if (config.wrap) copy.wrappers = copy.wrappers.concat(config.wrap);
		if (config.bufferLength != null) copy.bufferLength = config.bufferLength;
		return copy;
	}
	/**
	Tells you whether any [parse wrappers](#lr.ParserConfig.wrap)
	are registered for this parser.
	*/
	hasWrappers() {
		return this.wrappers.length > 0;
	}
	/**
	Returns the name associated with a given term. This will only
	work for all terms when the parser was generated with the
	`--names` option. By default, only the names of tagged terms are
	stored.
	*/
	getName(term) {
		return this.termNames ? this.termNames[term] : String(term <= this.maxNode && this.nodeSet.types[term].name || term);
	}
	/**
	The eof term id is always allocated directly after the node
	types. @internal
	*/
	get eofTerm() {
		return this.maxNode + 1;
	}
	/**
	The type of top node produced by the parser.
	*/
	get topNode() {
		return this.nodeSet.types[this.top[1]];
	}
	/**
	@internal
	*/
	dynamicPrecedence(term) {
		let prec = this.dynamicPrecedences;
		return prec == null ? 0 : prec[term] || 0;
	}
	/**
	@internal
	*/
	parseDialect(dialect) {
		let values = Object.keys(this.dialects), flags = values.map(() => false);
		if (dialect) for (let part of dialect.split(" ")) {
			let id = values.indexOf(part);
			if (id >= 0) flags[id] = true;
		}
		let disabled = null;
		for (let i = 0; i < values.length; i++) if (!flags[i]) for (let j = this.dialects[values[i]], id; (id = this.data[j++]) != 65535;) (disabled || (disabled = new Uint8Array(this.maxTerm + 1)))[id] = 1;
		return new Dialect(dialect, flags, disabled);
	}
	/**
	Used by the output of the parser generator. Not available to
	user code. @hide
	*/
	static deserialize(spec) {
		return new LRParser(spec);
	}
};
function pair(data, off) {
	return data[off] | data[off + 1] << 16;
}
function findFinished(stacks) {
	let best = null;
	for (let stack of stacks) {
		let stopped = stack.p.stoppedAt;
		if ((stack.pos == stack.p.stream.end || stopped != null && stack.pos > stopped) && stack.p.parser.stateFlag(stack.state, 2) && (!best || best.score < stack.score)) best = stack;
	}
	return best;
}
function getSpecializer(spec) {
	if (spec.external) {
		let mask = spec.extend ? 1 : 0;
		return (value, stack) => spec.external(value, stack) << 1 | mask;
	}
	return spec.get;
}
// node_modules/@lezer/highlight/dist/index.js
let nextTagID = 0;
/**
Highlighting tags are markers that denote a highlighting category.
They are [associated](#highlight.styleTags) with parts of a syntax
tree by a language mode, and then mapped to an actual CSS style by
a [highlighter](#highlight.Highlighter).

Because syntax tree node types and highlight styles have to be
able to talk the same language, CodeMirror uses a mostly _closed_
[vocabulary](#highlight.tags) of syntax tags (as opposed to
traditional open string-based systems, which make it hard for
highlighting themes to cover all the tokens produced by the
various languages).

It _is_ possible to [define](#highlight.Tag^define) your own
highlighting tags for system-internal use (where you control both
the language package and the highlighter), but such tags will not
be picked up by regular highlighters (though you can derive them
from standard tags to allow highlighters to fall back to those).
*/
var Tag = class Tag {
	/**
	@internal
	*/
	constructor(name, set, base, modified) {
		this.name = name;
		this.set = set;
		this.base = base;
		this.modified = modified;
		/**
		@internal
		*/
		this.id = nextTagID++;
	}
	toString() {
		let { name } = this;
		for (let mod of this.modified) if (mod.name) name = `${mod.name}(${name})`;
		return name;
	}
	static define(nameOrParent, parent) {
		let name = typeof nameOrParent == "string" ? nameOrParent : "?";
		if (nameOrParent instanceof Tag) parent = nameOrParent;
		if (parent === null || parent === void 0 ? void 0 : parent.base) throw new Error("Can not derive from a modified tag");
		let tag = new Tag(name, [], null, []);
		tag.set.push(tag);
		if (parent) for (let t of parent.set) tag.set.push(t);
		return tag;
	}
	/**
	Define a tag _modifier_, which is a function that, given a tag,
	will return a tag that is a subtag of the original. Applying the
	same modifier to a twice tag will return the same value (`m1(t1)
	== m1(t1)`) and applying multiple modifiers will, regardless or
	order, produce the same tag (`m1(m2(t1)) == m2(m1(t1))`).
	
	When multiple modifiers are applied to a given base tag, each
	smaller set of modifiers is registered as a parent, so that for
	example `m1(m2(m3(t1)))` is a subtype of `m1(m2(t1))`,
	`m1(m3(t1)`, and so on.
	*/
	static defineModifier(name) {
		let mod = new Modifier(name);
		return (tag) => {
			if (tag.modified.indexOf(mod) > -1) return tag;
			return Modifier.get(tag.base || tag, tag.modified.concat(mod).sort((a, b) => a.id - b.id));
		};
	}
};
let nextModifierID = 0;
var Modifier = class Modifier {
	constructor(name) {
		this.name = name;
		this.instances = [];
		this.id = nextModifierID++;
	}
	static get(base, mods) {
		if (!mods.length) return base;
		let exists = mods[0].instances.find((t) => t.base == base && sameArray(mods, t.modified));
		if (exists) return exists;
		let set = [], tag = new Tag(base.name, set, base, mods);
		for (let m of mods) m.instances.push(tag);
		let configs = powerSet(mods);
		for (let parent of base.set) if (!parent.modified.length) for (let config of configs) set.push(Modifier.get(parent, config));
		return tag;
	}
};
function sameArray(a, b) {
	return a.length == b.length && a.every((x, i) => x == b[i]);
}
function powerSet(array) {
	let sets = [[]];
	for (let i = 0; i < array.length; i++) for (let j = 0, e = sets.length; j < e; j++) sets.push(sets[j].concat(array[i]));
	return sets.sort((a, b) => b.length - a.length);
}
/**
This function is used to add a set of tags to a language syntax
via [`NodeSet.extend`](#common.NodeSet.extend) or
[`LRParser.configure`](#lr.LRParser.configure).

The argument object maps node selectors to [highlighting
tags](#highlight.Tag) or arrays of tags.

Node selectors may hold one or more (space-separated) node paths.
Such a path can be a [node name](#common.NodeType.name), or
multiple node names (or `*` wildcards) separated by slash
characters, as in `"Block/Declaration/VariableName"`. Such a path
matches the final node but only if its direct parent nodes are the
other nodes mentioned. A `*` in such a path matches any parent,
but only a single level—wildcards that match multiple parents
aren't supported, both for efficiency reasons and because Lezer
trees make it rather hard to reason about what they would match.)

A path can be ended with `/...` to indicate that the tag assigned
to the node should also apply to all child nodes, even if they
match their own style (by default, only the innermost style is
used).

When a path ends in `!`, as in `Attribute!`, no further matching
happens for the node's child nodes, and the entire node gets the
given style.

In this notation, node names that contain `/`, `!`, `*`, or `...`
must be quoted as JSON strings.

For example:

```javascript
parser.configure({props: [
styleTags({
// Style Number and BigNumber nodes
"Number BigNumber": tags.number,
// Style Escape nodes whose parent is String
"String/Escape": tags.escape,
// Style anything inside Attributes nodes
"Attributes!": tags.meta,
// Add a style to all content inside Italic nodes
"Italic/...": tags.emphasis,
// Style InvalidString nodes as both `string` and `invalid`
"InvalidString": [tags.string, tags.invalid],
// Style the node named "/" as punctuation
'"/"': tags.punctuation
})
]})
```
*/
function styleTags(spec) {
	let byName = Object.create(null);
	for (let prop in spec) {
		let tags = spec[prop];
		if (!Array.isArray(tags)) tags = [tags];
		for (let part of prop.split(" ")) if (part) {
			let pieces = [], mode = 2, rest = part;
			for (let pos = 0;;) {
				if (rest == "..." && pos > 0 && pos + 3 == part.length) {
					mode = 1;
					break;
				}
				let m = /^"(?:[^"\\]|\\.)*?"|[^\/!]+/.exec(rest);
				if (!m) throw new RangeError("Invalid path: " + part);
				pieces.push(m[0] == "*" ? "" : m[0][0] == "\"" ? JSON.parse(m[0]) : m[0]);
				pos += m[0].length;
				if (pos == part.length) break;
				let next = part[pos++];
				if (pos == part.length && next == "!") {
					mode = 0;
					break;
				}
				if (next != "/") throw new RangeError("Invalid path: " + part);
				rest = part.slice(pos);
			}
			let last = pieces.length - 1, inner = pieces[last];
			if (!inner) throw new RangeError("Invalid path: " + part);
			byName[inner] = new Rule(tags, mode, last > 0 ? pieces.slice(0, last) : null).sort(byName[inner]);
		}
	}
	return ruleNodeProp.add(byName);
}
const ruleNodeProp = new NodeProp({ combine(a, b) {
	let cur, root, take;
	while (a || b) {
		if (!a || b && a.depth <= b.depth) {
			take = b;
			b = b.next;
		} else {
			take = a;
			a = a.next;
		}
		if (cur && cur.mode == take.mode && !take.context && !cur.context) continue;
		let copy = new Rule(take.tags, take.mode, take.context);
		if (cur) cur.next = copy;
		else root = copy;
		cur = copy;
	}
	return root;
} });
var Rule = class {
	constructor(tags, mode, context, next) {
		this.tags = tags;
		this.mode = mode;
		this.context = context;
		this.next = next;
	}
	get opaque() {
		return this.mode == 0;
	}
	get inherit() {
		return this.mode == 1;
	}
	sort(other) {
		if (!other || other.depth < this.depth) {
			this.next = other;
			return this;
		}
		other.next = this.sort(other.next);
		return other;
	}
	get depth() {
		return this.context ? this.context.length : 0;
	}
};
Rule.empty = new Rule([], 2, null);
/**
Define a [highlighter](#highlight.Highlighter) from an array of
tag/class pairs. Classes associated with more specific tags will
take precedence.
*/
function tagHighlighter(tags, options) {
	let map = Object.create(null);
	for (let style of tags) if (!Array.isArray(style.tag)) map[style.tag.id] = style.class;
	else for (let tag of style.tag) map[tag.id] = style.class;
	let { scope, all = null } = options || {};
	return {
		style: (tags) => {
			let cls = all;
			for (let tag of tags) for (let sub of tag.set) {
				let tagClass = map[sub.id];
				if (tagClass) {
					cls = cls ? cls + " " + tagClass : tagClass;
					break;
				}
			}
			return cls;
		},
		scope
	};
}
const t = Tag.define;
const comment = t();
const name = t();
const typeName = t(name);
const propertyName = t(name);
const literal = t();
const string = t(literal);
const number = t(literal);
const content = t();
const heading = t(content);
const keyword = t();
const operator = t();
const punctuation = t();
const bracket = t(punctuation);
const meta = t();
/**
The default set of highlighting [tags](#highlight.Tag).

This collection is heavily biased towards programming languages,
and necessarily incomplete. A full ontology of syntactic
constructs would fill a stack of books, and be impractical to
write themes for. So try to make do with this set. If all else
fails, [open an
issue](https://code.haverbeke.berlin/codemirror/dev/issues) to propose a
new tag, or [define](#highlight.Tag^define) a local custom tag for
your use case.

Note that it is not obligatory to always attach the most specific
tag possible to an element—if your grammar can't easily
distinguish a certain type of element (such as a local variable),
it is okay to style it as its more general variant (a variable).

For tags that extend some parent tag, the documentation links to
the parent.
*/
const tags = {
	/**
	A comment.
	*/
	comment,
	/**
	A line [comment](#highlight.tags.comment).
	*/
	lineComment: t(comment),
	/**
	A block [comment](#highlight.tags.comment).
	*/
	blockComment: t(comment),
	/**
	A documentation [comment](#highlight.tags.comment).
	*/
	docComment: t(comment),
	/**
	Any kind of identifier.
	*/
	name,
	/**
	The [name](#highlight.tags.name) of a variable.
	*/
	variableName: t(name),
	/**
	A type [name](#highlight.tags.name).
	*/
	typeName,
	/**
	A tag name (subtag of [`typeName`](#highlight.tags.typeName)).
	*/
	tagName: t(typeName),
	/**
	A property or field [name](#highlight.tags.name).
	*/
	propertyName,
	/**
	An attribute name (subtag of [`propertyName`](#highlight.tags.propertyName)).
	*/
	attributeName: t(propertyName),
	/**
	The [name](#highlight.tags.name) of a class.
	*/
	className: t(name),
	/**
	A label [name](#highlight.tags.name).
	*/
	labelName: t(name),
	/**
	A namespace [name](#highlight.tags.name).
	*/
	namespace: t(name),
	/**
	The [name](#highlight.tags.name) of a macro.
	*/
	macroName: t(name),
	/**
	A literal value.
	*/
	literal,
	/**
	A string [literal](#highlight.tags.literal).
	*/
	string,
	/**
	A documentation [string](#highlight.tags.string).
	*/
	docString: t(string),
	/**
	A character literal (subtag of [string](#highlight.tags.string)).
	*/
	character: t(string),
	/**
	An attribute value (subtag of [string](#highlight.tags.string)).
	*/
	attributeValue: t(string),
	/**
	A number [literal](#highlight.tags.literal).
	*/
	number,
	/**
	An integer [number](#highlight.tags.number) literal.
	*/
	integer: t(number),
	/**
	A floating-point [number](#highlight.tags.number) literal.
	*/
	float: t(number),
	/**
	A boolean [literal](#highlight.tags.literal).
	*/
	bool: t(literal),
	/**
	Regular expression [literal](#highlight.tags.literal).
	*/
	regexp: t(literal),
	/**
	An escape [literal](#highlight.tags.literal), for example a
	backslash escape in a string.
	*/
	escape: t(literal),
	/**
	A color [literal](#highlight.tags.literal).
	*/
	color: t(literal),
	/**
	A URL [literal](#highlight.tags.literal).
	*/
	url: t(literal),
	/**
	A language keyword.
	*/
	keyword,
	/**
	The [keyword](#highlight.tags.keyword) for the self or this
	object.
	*/
	self: t(keyword),
	/**
	The [keyword](#highlight.tags.keyword) for null.
	*/
	null: t(keyword),
	/**
	A [keyword](#highlight.tags.keyword) denoting some atomic value.
	*/
	atom: t(keyword),
	/**
	A [keyword](#highlight.tags.keyword) that represents a unit.
	*/
	unit: t(keyword),
	/**
	A modifier [keyword](#highlight.tags.keyword).
	*/
	modifier: t(keyword),
	/**
	A [keyword](#highlight.tags.keyword) that acts as an operator.
	*/
	operatorKeyword: t(keyword),
	/**
	A control-flow related [keyword](#highlight.tags.keyword).
	*/
	controlKeyword: t(keyword),
	/**
	A [keyword](#highlight.tags.keyword) that defines something.
	*/
	definitionKeyword: t(keyword),
	/**
	A [keyword](#highlight.tags.keyword) related to defining or
	interfacing with modules.
	*/
	moduleKeyword: t(keyword),
	/**
	An operator.
	*/
	operator,
	/**
	An [operator](#highlight.tags.operator) that dereferences something.
	*/
	derefOperator: t(operator),
	/**
	Arithmetic-related [operator](#highlight.tags.operator).
	*/
	arithmeticOperator: t(operator),
	/**
	Logical [operator](#highlight.tags.operator).
	*/
	logicOperator: t(operator),
	/**
	Bit [operator](#highlight.tags.operator).
	*/
	bitwiseOperator: t(operator),
	/**
	Comparison [operator](#highlight.tags.operator).
	*/
	compareOperator: t(operator),
	/**
	[Operator](#highlight.tags.operator) that updates its operand.
	*/
	updateOperator: t(operator),
	/**
	[Operator](#highlight.tags.operator) that defines something.
	*/
	definitionOperator: t(operator),
	/**
	Type-related [operator](#highlight.tags.operator).
	*/
	typeOperator: t(operator),
	/**
	Control-flow [operator](#highlight.tags.operator).
	*/
	controlOperator: t(operator),
	/**
	Program or markup punctuation.
	*/
	punctuation,
	/**
	[Punctuation](#highlight.tags.punctuation) that separates
	things.
	*/
	separator: t(punctuation),
	/**
	Bracket-style [punctuation](#highlight.tags.punctuation).
	*/
	bracket,
	/**
	Angle [brackets](#highlight.tags.bracket) (usually `<` and `>`
	tokens).
	*/
	angleBracket: t(bracket),
	/**
	Square [brackets](#highlight.tags.bracket) (usually `[` and `]`
	tokens).
	*/
	squareBracket: t(bracket),
	/**
	Parentheses (usually `(` and `)` tokens). Subtag of
	[bracket](#highlight.tags.bracket).
	*/
	paren: t(bracket),
	/**
	Braces (usually `{` and `}` tokens). Subtag of
	[bracket](#highlight.tags.bracket).
	*/
	brace: t(bracket),
	/**
	Content, for example plain text in XML or markup documents.
	*/
	content,
	/**
	[Content](#highlight.tags.content) that represents a heading.
	*/
	heading,
	/**
	A level 1 [heading](#highlight.tags.heading).
	*/
	heading1: t(heading),
	/**
	A level 2 [heading](#highlight.tags.heading).
	*/
	heading2: t(heading),
	/**
	A level 3 [heading](#highlight.tags.heading).
	*/
	heading3: t(heading),
	/**
	A level 4 [heading](#highlight.tags.heading).
	*/
	heading4: t(heading),
	/**
	A level 5 [heading](#highlight.tags.heading).
	*/
	heading5: t(heading),
	/**
	A level 6 [heading](#highlight.tags.heading).
	*/
	heading6: t(heading),
	/**
	A prose [content](#highlight.tags.content) separator (such as a horizontal rule).
	*/
	contentSeparator: t(content),
	/**
	[Content](#highlight.tags.content) that represents a list.
	*/
	list: t(content),
	/**
	[Content](#highlight.tags.content) that represents a quote.
	*/
	quote: t(content),
	/**
	[Content](#highlight.tags.content) that is emphasized.
	*/
	emphasis: t(content),
	/**
	[Content](#highlight.tags.content) that is styled strong.
	*/
	strong: t(content),
	/**
	[Content](#highlight.tags.content) that is part of a link.
	*/
	link: t(content),
	/**
	[Content](#highlight.tags.content) that is styled as code or
	monospace.
	*/
	monospace: t(content),
	/**
	[Content](#highlight.tags.content) that has a strike-through
	style.
	*/
	strikethrough: t(content),
	/**
	Inserted text in a change-tracking format.
	*/
	inserted: t(),
	/**
	Deleted text.
	*/
	deleted: t(),
	/**
	Changed text.
	*/
	changed: t(),
	/**
	An invalid or unsyntactic element.
	*/
	invalid: t(),
	/**
	Metadata or meta-instruction.
	*/
	meta,
	/**
	[Metadata](#highlight.tags.meta) that applies to the entire
	document.
	*/
	documentMeta: t(meta),
	/**
	[Metadata](#highlight.tags.meta) that annotates or adds
	attributes to a given syntactic element.
	*/
	annotation: t(meta),
	/**
	Processing instruction or preprocessor directive. Subtag of
	[meta](#highlight.tags.meta).
	*/
	processingInstruction: t(meta),
	/**
	[Modifier](#highlight.Tag^defineModifier) that indicates that a
	given element is being defined. Expected to be used with the
	various [name](#highlight.tags.name) tags.
	*/
	definition: Tag.defineModifier("definition"),
	/**
	[Modifier](#highlight.Tag^defineModifier) that indicates that
	something is constant. Mostly expected to be used with
	[variable names](#highlight.tags.variableName).
	*/
	constant: Tag.defineModifier("constant"),
	/**
	[Modifier](#highlight.Tag^defineModifier) used to indicate that
	a [variable](#highlight.tags.variableName) or [property
	name](#highlight.tags.propertyName) is being called or defined
	as a function.
	*/
	function: Tag.defineModifier("function"),
	/**
	[Modifier](#highlight.Tag^defineModifier) that can be applied to
	[names](#highlight.tags.name) to indicate that they belong to
	the language's standard environment.
	*/
	standard: Tag.defineModifier("standard"),
	/**
	[Modifier](#highlight.Tag^defineModifier) that indicates a given
	[names](#highlight.tags.name) is local to some scope.
	*/
	local: Tag.defineModifier("local"),
	/**
	A generic variant [modifier](#highlight.Tag^defineModifier) that
	can be used to tag language-specific alternative variants of
	some common tag. It is recommended for themes to define special
	forms of at least the [string](#highlight.tags.string) and
	[variable name](#highlight.tags.variableName) tags, since those
	come up a lot.
	*/
	special: Tag.defineModifier("special")
};
for (let name in tags) {
	let val = tags[name];
	if (val instanceof Tag) val.name = name;
}
tagHighlighter([
	{
		tag: tags.link,
		class: "tok-link"
	},
	{
		tag: tags.heading,
		class: "tok-heading"
	},
	{
		tag: tags.emphasis,
		class: "tok-emphasis"
	},
	{
		tag: tags.strong,
		class: "tok-strong"
	},
	{
		tag: tags.keyword,
		class: "tok-keyword"
	},
	{
		tag: tags.atom,
		class: "tok-atom"
	},
	{
		tag: tags.bool,
		class: "tok-bool"
	},
	{
		tag: tags.url,
		class: "tok-url"
	},
	{
		tag: tags.labelName,
		class: "tok-labelName"
	},
	{
		tag: tags.inserted,
		class: "tok-inserted"
	},
	{
		tag: tags.deleted,
		class: "tok-deleted"
	},
	{
		tag: tags.literal,
		class: "tok-literal"
	},
	{
		tag: tags.string,
		class: "tok-string"
	},
	{
		tag: tags.number,
		class: "tok-number"
	},
	{
		tag: [
			tags.regexp,
			tags.escape,
			tags.special(tags.string)
		],
		class: "tok-string2"
	},
	{
		tag: tags.variableName,
		class: "tok-variableName"
	},
	{
		tag: tags.local(tags.variableName),
		class: "tok-variableName tok-local"
	},
	{
		tag: tags.definition(tags.variableName),
		class: "tok-variableName tok-definition"
	},
	{
		tag: tags.special(tags.variableName),
		class: "tok-variableName2"
	},
	{
		tag: tags.definition(tags.propertyName),
		class: "tok-propertyName tok-definition"
	},
	{
		tag: tags.typeName,
		class: "tok-typeName"
	},
	{
		tag: tags.namespace,
		class: "tok-namespace"
	},
	{
		tag: tags.className,
		class: "tok-className"
	},
	{
		tag: tags.macroName,
		class: "tok-macroName"
	},
	{
		tag: tags.propertyName,
		class: "tok-propertyName"
	},
	{
		tag: tags.operator,
		class: "tok-operator"
	},
	{
		tag: tags.comment,
		class: "tok-comment"
	},
	{
		tag: tags.meta,
		class: "tok-meta"
	},
	{
		tag: tags.invalid,
		class: "tok-invalid"
	},
	{
		tag: tags.punctuation,
		class: "tok-punctuation"
	}
]);
// node_modules/@lezer/python/dist/index.js
const printKeyword = 1;
const indent = 194;
const dedent = 195;
const newline$1 = 196;
const blankLineStart = 197;
const newlineBracketed = 198;
const eof = 199;
const stringContent = 200;
const Escape = 2;
const replacementStart = 3;
const stringEnd = 201;
const ParenL = 24;
const ParenthesizedExpression = 25;
const TupleExpression = 49;
const ComprehensionExpression = 50;
const BracketL = 55;
const ArrayExpression = 56;
const ArrayComprehensionExpression = 57;
const BraceL = 59;
const DictionaryExpression = 60;
const DictionaryComprehensionExpression = 61;
const SetExpression = 62;
const SetComprehensionExpression = 63;
const ArgList = 65;
const subscript = 238;
const String$1 = 71;
const stringStart = 241;
const stringStartD = 242;
const stringStartL = 243;
const stringStartLD = 244;
const stringStartR = 245;
const stringStartRD = 246;
const stringStartRL = 247;
const stringStartRLD = 248;
const FormatString = 72;
const stringStartF = 249;
const stringStartFD = 250;
const stringStartFL = 251;
const stringStartFLD = 252;
const stringStartFR = 253;
const stringStartFRD = 254;
const stringStartFRL = 255;
const stringStartFRLD = 256;
const FormatReplacement = 73;
const nestedFormatReplacement = 77;
const importList = 263;
const TypeParamList = 112;
const ParamList = 130;
const SequencePattern = 151;
const MappingPattern = 152;
const PatternArgList = 155;
const newline = 10;
const carriageReturn = 13;
const space = 32;
const tab = 9;
const hash = 35;
const parenOpen = 40;
const dot = 46;
const braceOpen = 123;
const braceClose = 125;
const singleQuote = 39;
const doubleQuote = 34;
const backslash = 92;
const letter_o = 111;
const letter_x = 120;
const letter_N = 78;
const letter_u = 117;
const letter_U = 85;
const bracketed = /* @__PURE__ */ new Set([
	ParenthesizedExpression,
	TupleExpression,
	ComprehensionExpression,
	importList,
	ArgList,
	ParamList,
	ArrayExpression,
	ArrayComprehensionExpression,
	subscript,
	SetExpression,
	SetComprehensionExpression,
	FormatString,
	FormatReplacement,
	nestedFormatReplacement,
	DictionaryExpression,
	DictionaryComprehensionExpression,
	SequencePattern,
	MappingPattern,
	PatternArgList,
	TypeParamList
]);
function isLineBreak(ch) {
	return ch == newline || ch == carriageReturn;
}
function isHex(ch) {
	return ch >= 48 && ch <= 57 || ch >= 65 && ch <= 70 || ch >= 97 && ch <= 102;
}
const newlines = new ExternalTokenizer((input, stack) => {
	let prev;
	if (input.next < 0) input.acceptToken(eof);
	else if (stack.context.flags & cx_Bracketed) {
		if (isLineBreak(input.next)) input.acceptToken(newlineBracketed, 1);
	} else if (((prev = input.peek(-1)) < 0 || isLineBreak(prev)) && stack.canShift(blankLineStart)) {
		let spaces = 0;
		while (input.next == space || input.next == tab) {
			input.advance();
			spaces++;
		}
		if (input.next == newline || input.next == carriageReturn || input.next == hash) input.acceptToken(blankLineStart, -spaces);
	} else if (isLineBreak(input.next)) input.acceptToken(newline$1, 1);
}, { contextual: true });
const indentation = new ExternalTokenizer((input, stack) => {
	let context = stack.context;
	if (context.flags) return;
	let prev = input.peek(-1);
	if (prev == newline || prev == carriageReturn) {
		let depth = 0, chars = 0;
		for (;;) {
			if (input.next == space) depth++;
			else if (input.next == tab) depth += 8 - depth % 8;
			else break;
			input.advance();
			chars++;
		}
		if (depth != context.indent && input.next != newline && input.next != carriageReturn && input.next != hash) {
			if (depth < context.indent) input.acceptToken(dedent, -chars);
			else input.acceptToken(indent);
		}
	}
});
const cx_Bracketed = 1;
const cx_String = 2;
const cx_DoubleQuote = 4;
const cx_Long = 8;
const cx_Raw = 16;
const cx_Format = 32;
function Context(parent, indent, flags) {
	this.parent = parent;
	this.indent = indent;
	this.flags = flags;
	this.hash = (parent ? parent.hash + parent.hash << 8 : 0) + indent + (indent << 4) + flags + (flags << 6);
}
const topIndent = new Context(null, 0, 0);
function countIndent(space) {
	let depth = 0;
	for (let i = 0; i < space.length; i++) depth += space.charCodeAt(i) == tab ? 8 - depth % 8 : 1;
	return depth;
}
const stringFlags = new Map([
	[stringStart, 0],
	[stringStartD, cx_DoubleQuote],
	[stringStartL, cx_Long],
	[stringStartLD, 12],
	[stringStartR, cx_Raw],
	[stringStartRD, 20],
	[stringStartRL, 24],
	[stringStartRLD, 28],
	[stringStartF, cx_Format],
	[stringStartFD, 36],
	[stringStartFL, 40],
	[stringStartFLD, 44],
	[stringStartFR, 48],
	[stringStartFRD, 52],
	[stringStartFRL, 56],
	[stringStartFRLD, 60]
].map(([term, flags]) => [term, flags | cx_String]));
const trackIndent = new ContextTracker({
	start: topIndent,
	reduce(context, term, _, input) {
		if (context.flags & cx_Bracketed && bracketed.has(term) || (term == String$1 || term == FormatString) && context.flags & cx_String) return context.parent;
		return context;
	},
	shift(context, term, stack, input) {
		if (term == indent) return new Context(context, countIndent(input.read(input.pos, stack.pos)), 0);
		if (term == dedent) return context.parent;
		if (term == ParenL || term == BracketL || term == BraceL || term == replacementStart) return new Context(context, 0, cx_Bracketed);
		if (stringFlags.has(term)) return new Context(context, 0, stringFlags.get(term) | context.flags & cx_Bracketed);
		return context;
	},
	hash(context) {
		return context.hash;
	}
});
const legacyPrint = new ExternalTokenizer((input) => {
	for (let i = 0; i < 5; i++) {
		if (input.next != "print".charCodeAt(i)) return;
		input.advance();
	}
	if (/\w/.test(String.fromCharCode(input.next))) return;
	for (let off = 0;; off++) {
		let next = input.peek(off);
		if (next == space || next == tab) continue;
		if (next != parenOpen && next != dot && next != newline && next != carriageReturn && next != hash) input.acceptToken(printKeyword);
		return;
	}
});
const strings = new ExternalTokenizer((input, stack) => {
	let { flags } = stack.context;
	let quote = flags & cx_DoubleQuote ? doubleQuote : singleQuote;
	let long = (flags & cx_Long) > 0;
	let escapes = !(flags & cx_Raw);
	let format = (flags & cx_Format) > 0;
	let start = input.pos;
	for (;;) if (input.next < 0) break;
	else if (format && input.next == braceOpen) {
		if (input.peek(1) == braceOpen) input.advance(2);
		else {
			if (input.pos == start) {
				input.acceptToken(replacementStart, 1);
				return;
			}
			break;
		}
	} else if (escapes && input.next == backslash) {
		if (input.pos == start) {
			input.advance();
			let escaped = input.next;
			if (escaped >= 0) {
				input.advance();
				skipEscape(input, escaped);
			}
			input.acceptToken(Escape);
			return;
		}
		break;
	} else if (input.next == backslash && !escapes && input.peek(1) > -1) input.advance(2);
	else if (input.next == quote && (!long || input.peek(1) == quote && input.peek(2) == quote)) {
		if (input.pos == start) {
			input.acceptToken(stringEnd, long ? 3 : 1);
			return;
		}
		break;
	} else if (input.next == newline) {
		if (long) input.advance();
		else if (input.pos == start) {
			input.acceptToken(stringEnd);
			return;
		}
		break;
	} else input.advance();
	if (input.pos > start) input.acceptToken(stringContent);
});
function skipEscape(input, ch) {
	if (ch == letter_o) for (let i = 0; i < 2 && input.next >= 48 && input.next <= 55; i++) input.advance();
	else if (ch == letter_x) for (let i = 0; i < 2 && isHex(input.next); i++) input.advance();
	else if (ch == letter_u) for (let i = 0; i < 4 && isHex(input.next); i++) input.advance();
	else if (ch == letter_U) for (let i = 0; i < 8 && isHex(input.next); i++) input.advance();
	else if (ch == letter_N) {
		if (input.next == braceOpen) {
			input.advance();
			while (input.next >= 0 && input.next != braceClose && input.next != singleQuote && input.next != doubleQuote && input.next != newline) input.advance();
			if (input.next == braceClose) input.advance();
		}
	}
}
const pythonHighlighting = styleTags({
	"async \"*\" \"**\" FormatConversion FormatSpec": tags.modifier,
	"for while if elif else try except finally return raise break continue with pass assert await yield match case": tags.controlKeyword,
	"in not and or is del": tags.operatorKeyword,
	"from def class global nonlocal lambda": tags.definitionKeyword,
	import: tags.moduleKeyword,
	"with as print": tags.keyword,
	Boolean: tags.bool,
	None: tags.null,
	VariableName: tags.variableName,
	"CallExpression/VariableName": tags.function(tags.variableName),
	"FunctionDefinition/VariableName": tags.function(tags.definition(tags.variableName)),
	"ClassDefinition/VariableName": tags.definition(tags.className),
	PropertyName: tags.propertyName,
	"CallExpression/MemberExpression/PropertyName": tags.function(tags.propertyName),
	Comment: tags.lineComment,
	Number: tags.number,
	String: tags.string,
	FormatString: tags.special(tags.string),
	Escape: tags.escape,
	UpdateOp: tags.updateOperator,
	"ArithOp!": tags.arithmeticOperator,
	BitOp: tags.bitwiseOperator,
	CompareOp: tags.compareOperator,
	AssignOp: tags.definitionOperator,
	Ellipsis: tags.punctuation,
	At: tags.meta,
	"( )": tags.paren,
	"[ ]": tags.squareBracket,
	"{ }": tags.brace,
	".": tags.derefOperator,
	", ;": tags.separator
});
const spec_identifier = {
	__proto__: null,
	await: 44,
	or: 54,
	and: 56,
	in: 60,
	not: 62,
	is: 64,
	if: 70,
	else: 72,
	lambda: 76,
	yield: 94,
	from: 96,
	async: 102,
	for: 104,
	None: 162,
	True: 164,
	False: 164,
	del: 178,
	pass: 182,
	break: 186,
	continue: 190,
	return: 194,
	raise: 202,
	import: 206,
	as: 208,
	global: 212,
	nonlocal: 214,
	assert: 218,
	type: 223,
	elif: 236,
	while: 240,
	try: 246,
	except: 248,
	finally: 250,
	with: 254,
	def: 258,
	class: 268,
	match: 279,
	case: 285
};
const parser = LRParser.deserialize({
	version: 14,
	states: "##jQ`QeOOP$}OSOOO&WQtO'#HUOOQS'#Co'#CoOOQS'#Cp'#CpO'vQdO'#CnO*UQtO'#HTOOQS'#HU'#HUOOQS'#DU'#DUOOQS'#HT'#HTO*rQdO'#D_O+VQdO'#DfO+gQdO'#DjO+zOWO'#DuO,VOWO'#DvO.[QtO'#GuOOQS'#Gu'#GuO'vQdO'#GtO0ZQtO'#GtOOQS'#Eb'#EbO0rQdO'#EcOOQS'#Gs'#GsO0|QdO'#GrOOQV'#Gr'#GrO1XQdO'#FYOOQS'#G^'#G^O1^QdO'#FXOOQV'#IS'#ISOOQV'#Gq'#GqOOQV'#Fq'#FqQ`QeOOO'vQdO'#CqO1lQdO'#C}O1sQdO'#DRO2RQdO'#HYO2cQtO'#EVO'vQdO'#EWOOQS'#EY'#EYOOQS'#E['#E[OOQS'#E^'#E^O2wQdO'#E`O3_QdO'#EdO3rQdO'#EfO3zQtO'#EfO1XQdO'#EiO0rQdO'#ElO1XQdO'#EnO0rQdO'#EtO0rQdO'#EwO4VQdO'#EyO4^QdO'#FOO4iQdO'#EzO0rQdO'#FOO1XQdO'#FQO1XQdO'#FVO4nQdO'#F[P4uOdO'#GpPOOO)CBd)CBdOOQS'#Ce'#CeOOQS'#Cf'#CfOOQS'#Cg'#CgOOQS'#Ch'#ChOOQS'#Ci'#CiOOQS'#Cj'#CjOOQS'#Cl'#ClO'vQdO,59OO'vQdO,59OO'vQdO,59OO'vQdO,59OO'vQdO,59OO'vQdO,59OO5TQdO'#DoOOQS,5:Y,5:YO5hQdO'#HdOOQS,5:],5:]O5uQ!fO,5:]O5zQtO,59YO1lQdO,59bO1lQdO,59bO1lQdO,59bO8jQdO,59bO8oQdO,59bO8vQdO,59jO8}QdO'#HTO:TQdO'#HSOOQS'#HS'#HSOOQS'#D['#D[O:lQdO,59aO'vQdO,59aO:zQdO,59aOOQS,59y,59yO;PQdO,5:RO'vQdO,5:ROOQS,5:Q,5:QO;_QdO,5:QO;dQdO,5:XO'vQdO,5:XO'vQdO,5:VOOQS,5:U,5:UO;uQdO,5:UO;zQdO,5:WOOOW'#Fy'#FyO<POWO,5:aOOQS,5:a,5:aO<[QdO'#HwOOOW'#Dw'#DwOOOW'#Fz'#FzO<lOWO,5:bOOQS,5:b,5:bOOQS'#F}'#F}O<zQtO,5:iO?lQtO,5=`O@VQ#xO,5=`O@vQtO,5=`OOQS,5:},5:}OA_QeO'#GWOBqQdO,5;^OOQV,5=^,5=^OB|QtO'#IPOCkQdO,5;tOOQS-E:[-E:[OOQV,5;s,5;sO4dQdO'#FQOOQV-E9o-E9oOCsQtO,59]OEzQtO,59iOFeQdO'#HVOFpQdO'#HVO1XQdO'#HVOF{QdO'#DTOGTQdO,59mOGYQdO'#HZO'vQdO'#HZO0rQdO,5=tOOQS,5=t,5=tO0rQdO'#EROOQS'#ES'#ESOGwQdO'#GPOHXQdO,58|OHXQdO,58|O*xQdO,5:oOHgQtO'#H]OOQS,5:r,5:rOOQS,5:z,5:zOHzQdO,5;OOI]QdO'#IOO1XQdO'#H}OOQS,5;Q,5;QOOQS'#GT'#GTOIqQtO,5;QOJPQdO,5;QOJUQdO'#IQOOQS,5;T,5;TOJdQdO'#H|OOQS,5;W,5;WOJuQdO,5;YO4iQdO,5;`O4iQdO,5;cOJ}QtO'#ITO'vQdO'#ITOKXQdO,5;eO4VQdO,5;eO0rQdO,5;jO1XQdO,5;lOK^QeO'#EuOLjQgO,5;fO!!kQdO'#IUO4iQdO,5;jO!!vQdO,5;lO!#OQdO,5;qO!#ZQtO,5;vO'vQdO,5;vPOOO,5=[,5=[P!#bOSO,5=[P!#jOdO,5=[O!&bQtO1G.jO!&iQtO1G.jO!)YQtO1G.jO!)dQtO1G.jO!+}QtO1G.jO!,bQtO1G.jO!,uQdO'#HcO!-TQtO'#GuO0rQdO'#HcO!-_QdO'#HbOOQS,5:Z,5:ZO!-gQdO,5:ZO!-lQdO'#HeO!-wQdO'#HeO!.[QdO,5>OOOQS'#Ds'#DsOOQS1G/w1G/wOOQS1G.|1G.|O!/[QtO1G.|O!/cQtO1G.|O1lQdO1G.|O!0OQdO1G/UOOQS'#DZ'#DZO0rQdO,59tOOQS1G.{1G.{O!0VQdO1G/eO!0gQdO1G/eO!0oQdO1G/fO'vQdO'#H[O!0tQdO'#H[O!0yQtO1G.{O!1ZQdO,59iO!2aQdO,5=zO!2qQdO,5=zO!2yQdO1G/mO!3OQtO1G/mOOQS1G/l1G/lO!3`QdO,5=uO!4VQdO,5=uO0rQdO1G/qO!4tQdO1G/sO!4yQtO1G/sO!5ZQtO1G/qOOQS1G/p1G/pOOQS1G/r1G/rOOOW-E9w-E9wOOQS1G/{1G/{O!5kQdO'#HxO0rQdO'#HxO!5|QdO,5>cOOOW-E9x-E9xOOQS1G/|1G/|OOQS-E9{-E9{O!6[Q#xO1G2zO!6{QtO1G2zO'vQdO,5<jOOQS,5<j,5<jOOQS-E9|-E9|OOQS,5<r,5<rOOQS-E:U-E:UOOQV1G0x1G0xO1XQdO'#GRO!7dQtO,5>kOOQS1G1`1G1`O!8RQdO1G1`OOQS'#DV'#DVO0rQdO,5=qOOQS,5=q,5=qO!8WQdO'#FrO!8cQdO,59oO!8kQdO1G/XO!8uQtO,5=uOOQS1G3`1G3`OOQS,5:m,5:mO!9fQdO'#GtOOQS,5<k,5<kOOQS-E9}-E9}O!9wQdO1G.hOOQS1G0Z1G0ZO!:VQdO,5=wO!:gQdO,5=wO0rQdO1G0jO0rQdO1G0jO!:xQdO,5>jO!;ZQdO,5>jO1XQdO,5>jO!;lQdO,5>iOOQS-E:R-E:RO!;qQdO1G0lO!;|QdO1G0lO!<RQdO,5>lO!<aQdO,5>lO!<oQdO,5>hO!=VQdO,5>hO!=hQdO'#EpO0rQdO1G0tO!=sQdO1G0tO!=xQgO1G0zO!AvQgO1G0}O!EqQdO,5>oO!E{QdO,5>oO!FTQtO,5>oO0rQdO1G1PO!F_QdO1G1PO4iQdO1G1UO!!vQdO1G1WOOQV,5;a,5;aO!FdQfO,5;aO!FiQgO1G1QO!JjQdO'#GZO4iQdO1G1QO4iQdO1G1QO!JzQdO,5>pO!KXQdO,5>pO1XQdO,5>pOOQV1G1U1G1UO!KaQdO'#FSO!KrQ!fO1G1WO!KzQdO1G1WOOQV1G1]1G1]O4iQdO1G1]O!LPQdO1G1]O!LXQdO'#F^OOQV1G1b1G1bO!#ZQtO1G1bPOOO1G2v1G2vP!L^OSO1G2vOOQS,5=},5=}OOQS'#Dp'#DpO0rQdO,5=}O!LfQdO,5=|O!LyQdO,5=|OOQS1G/u1G/uO!MRQdO,5>PO!McQdO,5>PO!MkQdO,5>PO!NOQdO,5>PO!N`QdO,5>POOQS1G3j1G3jOOQS7+$h7+$hO!8kQdO7+$pO#!RQdO1G.|O#!YQdO1G.|OOQS1G/`1G/`OOQS,5<`,5<`O'vQdO,5<`OOQS7+%P7+%PO#!aQdO7+%POOQS-E9r-E9rOOQS7+%Q7+%QO#!qQdO,5=vO'vQdO,5=vOOQS7+$g7+$gO#!vQdO7+%PO##OQdO7+%QO##TQdO1G3fOOQS7+%X7+%XO##eQdO1G3fO##mQdO7+%XOOQS,5<_,5<_O'vQdO,5<_O##rQdO1G3aOOQS-E9q-E9qO#$iQdO7+%]OOQS7+%_7+%_O#$wQdO1G3aO#%fQdO7+%_O#%kQdO1G3gO#%{QdO1G3gO#&TQdO7+%]O#&YQdO,5>dO#&sQdO,5>dO#&sQdO,5>dOOQS'#Dx'#DxO#'UO&jO'#DzO#'aO`O'#HyOOOW1G3}1G3}O#'fQdO1G3}O#'nQdO1G3}O#'yQ#xO7+(fO#(jQtO1G2UP#)TQdO'#GOOOQS,5<m,5<mOOQS-E:P-E:POOQS7+&z7+&zOOQS1G3]1G3]OOQS,5<^,5<^OOQS-E9p-E9pOOQS7+$s7+$sO#)bQdO,5=`O#){QdO,5=`O#*^QtO,5<aO#*qQdO1G3cOOQS-E9s-E9sOOQS7+&U7+&UO#+RQdO7+&UO#+aQdO,5<nO#+uQdO1G4UOOQS-E:Q-E:QO#,WQdO1G4UOOQS1G4T1G4TOOQS7+&W7+&WO#,iQdO7+&WOOQS,5<p,5<pO#,tQdO1G4WOOQS-E:S-E:SOOQS,5<l,5<lO#-SQdO1G4SOOQS-E:O-E:OO1XQdO'#EqO#-jQdO'#EqO#-uQdO'#IRO#-}QdO,5;[OOQS7+&`7+&`O0rQdO7+&`O#.SQgO7+&fO!JmQdO'#GXO4iQdO7+&fO4iQdO7+&iO#2QQtO,5<tO'vQdO,5<tO#2[QdO1G4ZOOQS-E:W-E:WO#2fQdO1G4ZO4iQdO7+&kO0rQdO7+&kOOQV7+&p7+&pO!KrQ!fO7+&rO!KzQdO7+&rO`QeO1G0{OOQV-E:X-E:XO4iQdO7+&lO4iQdO7+&lOOQV,5<u,5<uO#2nQdO,5<uO!JmQdO,5<uOOQV7+&l7+&lO#2yQgO7+&lO#6tQdO,5<vO#7PQdO1G4[OOQS-E:Y-E:YO#7^QdO1G4[O#7fQdO'#IWO#7tQdO'#IWO1XQdO'#IWOOQS'#IW'#IWO#8PQdO'#IVOOQS,5;n,5;nO#8XQdO,5;nO0rQdO'#FUOOQV7+&r7+&rO4iQdO7+&rOOQV7+&w7+&wO4iQdO7+&wO#8^QfO,5;xOOQV7+&|7+&|POOO7+(b7+(bO#8cQdO1G3iOOQS,5<c,5<cO#8qQdO1G3hOOQS-E9u-E9uO#9UQdO,5<dO#9aQdO,5<dO#9tQdO1G3kOOQS-E9v-E9vO#:UQdO1G3kO#:^QdO1G3kO#:nQdO1G3kO#:UQdO1G3kOOQS<<H[<<H[O#:yQtO1G1zOOQS<<Hk<<HkP#;WQdO'#FtO8vQdO1G3bO#;eQdO1G3bO#;jQdO<<HkOOQS<<Hl<<HlO#;zQdO7+)QOOQS<<Hs<<HsO#<[QtO1G1yP#<{QdO'#FsO#=YQdO7+)RO#=jQdO7+)RO#=rQdO<<HwO#=wQdO7+({OOQS<<Hy<<HyO#>nQdO,5<bO'vQdO,5<bOOQS-E9t-E9tOOQS<<Hw<<HwOOQS,5<g,5<gO0rQdO,5<gO#>sQdO1G4OOOQS-E9y-E9yO#?^QdO1G4OO<[QdO'#H{OOOO'#D{'#D{OOOO'#F|'#F|O#?oO&jO,5:fOOOW,5>e,5>eOOOW7+)i7+)iO#?zQdO7+)iO#@SQdO1G2zO#@mQdO1G2zP'vQdO'#FuO0rQdO<<IpO1XQdO1G2YP1XQdO'#GSO#AOQdO7+)pO#AaQdO7+)pOOQS<<Ir<<IrP1XQdO'#GUP0rQdO'#GQOOQS,5;],5;]O#ArQdO,5>mO#BQQdO,5>mOOQS1G0v1G0vOOQS<<Iz<<IzOOQV-E:V-E:VO4iQdO<<JQOOQV,5<s,5<sO4iQdO,5<sOOQV<<JQ<<JQOOQV<<JT<<JTO#BYQtO1G2`P#BdQdO'#GYO#BkQdO7+)uO#BuQgO<<JVO4iQdO<<JVOOQV<<J^<<J^O4iQdO<<J^O!KrQ!fO<<J^O#FpQgO7+&gOOQV<<JW<<JWO#FzQgO<<JWOOQV1G2a1G2aO1XQdO1G2aO#JuQdO1G2aO4iQdO<<JWO1XQdO1G2bP0rQdO'#G[O#KQQdO7+)vO#K_QdO7+)vOOQS'#FT'#FTO0rQdO,5>rO#KgQdO,5>rO#KrQdO,5>rO#K}QdO,5>qO#L`QdO,5>qOOQS1G1Y1G1YOOQS,5;p,5;pOOQV<<Jc<<JcO#LhQdO1G1dOOQS7+)T7+)TP#LmQdO'#FwO#L}QdO1G2OO#MbQdO1G2OO#MrQdO1G2OP#M}QdO'#FxO#N[QdO7+)VO#NlQdO7+)VO#NlQdO7+)VO#NtQdO7+)VO$ UQdO7+(|O8vQdO7+(|OOQSAN>VAN>VO$ oQdO<<LmOOQSAN>cAN>cO0rQdO1G1|O$!PQtO1G1|P$!ZQdO'#FvOOQS1G2R1G2RP$!hQdO'#F{O$!uQdO7+)jO$#`QdO,5>gOOOO-E9z-E9zOOOW<<MT<<MTO$#nQdO7+(fOOQSAN?[AN?[OOQS7+'t7+'tO$$XQdO<<M[OOQS,5<q,5<qO$$jQdO1G4XOOQS-E:T-E:TOOQVAN?lAN?lOOQV1G2_1G2_O4iQdOAN?qO$$xQgOAN?qOOQVAN?xAN?xO4iQdOAN?xOOQV<<JR<<JRO4iQdOAN?rO4iQdO7+'{OOQV7+'{7+'{O1XQdO7+'{OOQVAN?rAN?rOOQS7+'|7+'|O$(sQdO<<MbOOQS1G4^1G4^O0rQdO1G4^OOQS,5<w,5<wO$)QQdO1G4]OOQS-E:Z-E:ZOOQU'#G_'#G_O$)cQfO7+'OO$)nQdO'#F_O$*uQdO7+'jO$+VQdO7+'jOOQS7+'j7+'jO$+bQdO<<LqO$+rQdO<<LqO$+rQdO<<LqO$+zQdO'#H^OOQS<<Lh<<LhO$,UQdO<<LhOOQS7+'h7+'hOOQS'#D|'#D|OOOO1G4R1G4RO$,oQdO1G4RO$,wQdO1G4RP!=hQdO'#GVOOQVG25]G25]O4iQdOG25]OOQVG25dG25dOOQVG25^G25^OOQV<<Kg<<KgO4iQdO<<KgOOQS7+)x7+)xP$-SQdO'#G]OOQU-E:]-E:]OOQV<<Jj<<JjO$-vQtO'#FaOOQS'#Fc'#FcO$.WQdO'#FbO$.xQdO'#FbOOQS'#Fb'#FbO$.}QdO'#IYO$)nQdO'#FiO$)nQdO'#FiO$/fQdO'#FjO$)nQdO'#FkO$/mQdO'#IZOOQS'#IZ'#IZO$0[QdO,5;yOOQS<<KU<<KUO$0dQdO<<KUO$0tQdOANB]O$1UQdOANB]O$1^QdO'#H_OOQS'#H_'#H_O1sQdO'#DcO$1wQdO,5=xOOQSANBSANBSOOOO7+)m7+)mO$2`QdO7+)mOOQVLD*wLD*wOOQVANARANARO5uQ!fO'#GaO$2hQtO,5<SO$)nQdO'#FmOOQS,5<W,5<WOOQS'#Fd'#FdO$3YQdO,5;|O$3_QdO,5;|OOQS'#Fg'#FgO$)nQdO'#G`O$4PQdO,5<QO$4kQdO,5>tO$4{QdO,5>tO1XQdO,5<PO$5^QdO,5<TO$5cQdO,5<TO$)nQdO'#I[O$5hQdO'#I[O$5mQdO,5<UOOQS,5<V,5<VO0rQdO'#FpOOQU1G1e1G1eO4iQdO1G1eOOQSAN@pAN@pO$5rQdOG27wO$6SQdO,59}OOQS1G3d1G3dOOOO<<MX<<MXOOQS,5<{,5<{OOQS-E:_-E:_O$6XQtO'#FaO$6`QdO'#I]O$6nQdO'#I]O$6vQdO,5<XOOQS1G1h1G1hO$6{QdO1G1hO$7QQdO,5<zOOQS-E:^-E:^O$7lQdO,5=OO$8TQdO1G4`OOQS-E:b-E:bOOQS1G1k1G1kOOQS1G1o1G1oO$8eQdO,5>vO$)nQdO,5>vOOQS1G1p1G1pOOQS,5<[,5<[OOQU7+'P7+'PO$+zQdO1G/iO$)nQdO,5<YO$8sQdO,5>wO$8zQdO,5>wOOQS1G1s1G1sOOQS7+'S7+'SP$)nQdO'#GdO$9SQdO1G4bO$9^QdO1G4bO$9fQdO1G4bOOQS7+%T7+%TO$9tQdO1G1tO$:SQtO'#FaO$:ZQdO,5<}OOQS,5<},5<}O$:iQdO1G4cOOQS-E:a-E:aO$)nQdO,5<|O$:pQdO,5<|O$:uQdO7+)|OOQS-E:`-E:`O$;PQdO7+)|O$)nQdO,5<ZP$)nQdO'#GcO$;XQdO1G2hO$)nQdO1G2hP$;gQdO'#GbO$;nQdO<<MhO$;xQdO1G1uO$<WQdO7+(SO8vQdO'#C}O8vQdO,59bO8vQdO,59bO8vQdO,59bO$<fQtO,5=`O8vQdO1G.|O0rQdO1G/XO0rQdO7+$pP$<yQdO'#GOO'vQdO'#GtO$=WQdO,59bO$=]QdO,59bO$=dQdO,59mO$=iQdO1G/UO1sQdO'#DRO8vQdO,59j",
	stateData: "$>S~O%cOS%^OSSOS%]PQ~OPdOVaOfoOhYOopOs!POvqO!PrO!Q{O!T!SO!U!RO!XZO!][O!h`O!r`O!s`O!t`O!{tO!}uO#PvO#RwO#TxO#XyO#ZzO#^|O#_|O#a}O#c!OO#l!QO#o!TO#s!UO#u!VO#z!WO#}hO$P!XO%oRO%pRO%tSO%uWO&Z]O&[]O&]]O&^]O&_]O&`]O&a]O&b]O&c^O&d^O&e^O&f^O&g^O&h^O&i^O&j^O~O%]!YO~OV!aO_!aOa!bOh!iO!X!kO!f!mO%j![O%k!]O%l!^O%m!_O%n!_O%o!`O%p!`O%q!aO%r!aO%s!aO~Ok%xXl%xXm%xXn%xXo%xXp%xXs%xXz%xX{%xX!x%xX#g%xX%[%xX%_%xX%z%xXg%xX!T%xX!U%xX%{%xX!W%xX![%xX!Q%xX#[%xXt%xX!m%xX~P%SOfoOhYO!XZO!][O!h`O!r`O!s`O!t`O%oRO%pRO%tSO%uWO&Z]O&[]O&]]O&^]O&_]O&`]O&a]O&b]O&c^O&d^O&e^O&f^O&g^O&h^O&i^O&j^O~Oz%wX{%wX#g%wX%[%wX%_%wX%z%wX~Ok!pOl!qOm!oOn!oOo!rOp!sOs!tO!x%wX~P)pOV!zOg!|Oo0cOv0qO!PrO~P'vOV#OOo0cOv0qO!W#PO~P'vOV#SOa#TOo0cOv0qO![#UO~P'vOQ#XO%`#XO%a#ZO~OQ#^OR#[O%`#^O%a#`O~OV%iX_%iXa%iXh%iXk%iXl%iXm%iXn%iXo%iXp%iXs%iXz%iX!X%iX!f%iX%j%iX%k%iX%l%iX%m%iX%n%iX%o%iX%p%iX%q%iX%r%iX%s%iXg%iX!T%iX!U%iX~O&Z]O&[]O&]]O&^]O&_]O&`]O&a]O&b]O&c^O&d^O&e^O&f^O&g^O&h^O&i^O&j^O{%iX!x%iX#g%iX%[%iX%_%iX%z%iX%{%iX!W%iX![%iX!Q%iX#[%iXt%iX!m%iX~P,eOz#dO{%hX!x%hX#g%hX%[%hX%_%hX%z%hX~Oo0cOv0qO~P'vO#g#gO%[#iO%_#iO~O%uWO~O!T#nO#u!VO#z!WO#}hO~OopO~P'vOV#sOa#tO%uWO{wP~OV#xOo0cOv0qO!Q#yO~P'vO{#{O!x$QO%z#|O#g!yX%[!yX%_!yX~OV#xOo0cOv0qO#g#SX%[#SX%_#SX~P'vOo0cOv0qO#g#WX%[#WX%_#WX~P'vOh$WO%uWO~O!f$YO!r$YO%uWO~OV$eO~P'vO!U$gO#s$hO#u$iO~O{$jO~OV$qO~P'vOS$sO%[$rO%_$rO%c$tO~OV$}Oa$}Og%POo0cOv0qO~P'vOo0cOv0qO{%SO~P'vO&Y%UO~Oa!bOh!iO!X!kO!f!mOVba_bakbalbambanbaobapbasbazba{ba!xba#gba%[ba%_ba%jba%kba%lba%mba%nba%oba%pba%qba%rba%sba%zbagba!Tba!Uba%{ba!Wba![ba!Qba#[batba!mba~On%ZO~Oo%ZO~P'vOo0cO~P'vOk0eOl0fOm0dOn0dOo0mOp0nOs0rOg%wX!T%wX!U%wX%{%wX!W%wX![%wX!Q%wX#[%wX!m%wX~P)pO%{%]Og%vXz%vX!T%vX!U%vX!W%vX{%vX~Og%_Oz%`O!T%dO!U%cO~Og%_O~Oz%gO!T%dO!U%cO!W&SX~O!W%kO~Oz%lO{%nO!T%dO!U%cO![%}X~O![%rO~O![%sO~OQ#XO%`#XO%a%uO~OV%wOo0cOv0qO!PrO~P'vOQ#^OR#[O%`#^O%a%zO~OV!qa_!qaa!qah!qak!qal!qam!qan!qao!qap!qas!qaz!qa{!qa!X!qa!f!qa!x!qa#g!qa%[!qa%_!qa%j!qa%k!qa%l!qa%m!qa%n!qa%o!qa%p!qa%q!qa%r!qa%s!qa%z!qag!qa!T!qa!U!qa%{!qa!W!qa![!qa!Q!qa#[!qat!qa!m!qa~P#yOz%|O{%ha!x%ha#g%ha%[%ha%_%ha%z%ha~P%SOV&OOopOvqO{%ha!x%ha#g%ha%[%ha%_%ha%z%ha~P'vOz%|O{%ha!x%ha#g%ha%[%ha%_%ha%z%ha~OPdOVaOopOvqO!PrO!Q{O!{tO!}uO#PvO#RwO#TxO#XyO#ZzO#^|O#_|O#a}O#c!OO#g$zX%[$zX%_$zX~P'vO#g#gO%[&TO%_&TO~O!f&UOh&sX%[&sXz&sX#[&sX#g&sX%_&sX#Z&sXg&sX~Oh!iO%[&WO~Okealeameaneaoeapeaseazea{ea!xea#gea%[ea%_ea%zeagea!Tea!Uea%{ea!Wea![ea!Qea#[eatea!mea~P%SOsqazqa{qa#gqa%[qa%_qa%zqa~Ok!pOl!qOm!oOn!oOo!rOp!sO!xqa~PEcO%z&YOz%yX{%yX~O%uWOz%yX{%yX~Oz&]O{wX~O{&_O~Oz%lO#g%}X%[%}X%_%}Xg%}X{%}X![%}X!m%}X%z%}X~OV0lOo0cOv0qO!PrO~P'vO%z#|O#gUa%[Ua%_Ua~Oz&hO#g&PX%[&PX%_&PXn&PX~P%SOz&kO!Q&jO#g#Wa%[#Wa%_#Wa~Oz&lO#[&nO#g&rX%[&rX%_&rXg&rX~O!f$YO!r$YO#Z&qO%uWO~O#Z&qO~Oz&sO#g&tX%[&tX%_&tX~Oz&uO#g&pX%[&pX%_&pX{&pX~O!X&wO%z&xO~Oz&|On&wX~P%SOn'PO~OPdOVaOopOvqO!PrO!Q{O!{tO!}uO#PvO#RwO#TxO#XyO#ZzO#^|O#_|O#a}O#c!OO%['UO~P'vOt'YO#p'WO#q'XOP#naV#naf#nah#nao#nas#nav#na!P#na!Q#na!T#na!U#na!X#na!]#na!h#na!r#na!s#na!t#na!{#na!}#na#P#na#R#na#T#na#X#na#Z#na#^#na#_#na#a#na#c#na#l#na#o#na#s#na#u#na#z#na#}#na$P#na%X#na%o#na%p#na%t#na%u#na&Z#na&[#na&]#na&^#na&_#na&`#na&a#na&b#na&c#na&d#na&e#na&f#na&g#na&h#na&i#na&j#na%Z#na%_#na~Oz'ZO#[']O{&xX~Oh'_O!X&wO~Oh!iO{$jO!X&wO~O{'eO~P%SO%['hO%_'hO~OS'iO%['hO%_'hO~OV!aO_!aOa!bOh!iO!X!kO!f!mO%l!^O%m!_O%n!_O%o!`O%p!`O%q!aO%r!aO%s!aOkWilWimWinWioWipWisWizWi{Wi!xWi#gWi%[Wi%_Wi%jWi%zWigWi!TWi!UWi%{Wi!WWi![Wi!QWi#[WitWi!mWi~O%k!]O~P!#uO%kWi~P!#uOV!aO_!aOa!bOh!iO!X!kO!f!mO%o!`O%p!`O%q!aO%r!aO%s!aOkWilWimWinWioWipWisWizWi{Wi!xWi#gWi%[Wi%_Wi%jWi%kWi%lWi%zWigWi!TWi!UWi%{Wi!WWi![Wi!QWi#[WitWi!mWi~O%m!_O%n!_O~P!&pO%mWi%nWi~P!&pOa!bOh!iO!X!kO!f!mOkWilWimWinWioWipWisWizWi{Wi!xWi#gWi%[Wi%_Wi%jWi%kWi%lWi%mWi%nWi%oWi%pWi%zWigWi!TWi!UWi%{Wi!WWi![Wi!QWi#[WitWi!mWi~OV!aO_!aO%q!aO%r!aO%s!aO~P!)nOVWi_Wi%qWi%rWi%sWi~P!)nO!T%dO!U%cOg&VXz&VX~O%z'kO%{'kO~P,eOz'mOg&UX~Og'oO~Oz'pO{'rO!W&XX~Oo0cOv0qOz'pO{'sO!W&XX~P'vO!W'uO~Om!oOn!oOo!rOp!sOkjisjizji{ji!xji#gji%[ji%_ji%zji~Ol!qO~P!.aOlji~P!.aOk0eOl0fOm0dOn0dOo0mOp0nO~Ot'wO~P!/jOV'|Og'}Oo0cOv0qO~P'vOg'}Oz(OO~Og(QO~O!U(SO~Og(TOz(OO!T%dO!U%cO~P%SOk0eOl0fOm0dOn0dOo0mOp0nOgqa!Tqa!Uqa%{qa!Wqa![qa!Qqa#[qatqa!mqa~PEcOV'|Oo0cOv0qO!W&Sa~P'vOz(WO!W&Sa~O!W(XO~Oz(WO!T%dO!U%cO!W&Sa~P%SOV(]Oo0cOv0qO![%}a#g%}a%[%}a%_%}ag%}a{%}a!m%}a%z%}a~P'vOz(^O![%}a#g%}a%[%}a%_%}ag%}a{%}a!m%}a%z%}a~O![(aO~Oz(^O!T%dO!U%cO![%}a~P%SOz(dO!T%dO!U%cO![&Ta~P%SOz(gO{&lX![&lX!m&lX%z&lX~O{(kO![(mO!m(nO%z(jO~OV&OOopOvqO{%hi!x%hi#g%hi%[%hi%_%hi%z%hi~P'vOz(pO{%hi!x%hi#g%hi%[%hi%_%hi%z%hi~O!f&UOh&sa%[&saz&sa#[&sa#g&sa%_&sa#Z&sag&sa~O%[(uO~OV#sOa#tO%uWO~Oz&]O{wa~OopOvqO~P'vOz(^O#g%}a%[%}a%_%}ag%}a{%}a![%}a!m%}a%z%}a~P%SOz(zO#g%hX%[%hX%_%hX%z%hX~O%z#|O#gUi%[Ui%_Ui~O#g&Pa%[&Pa%_&Pan&Pa~P'vOz(}O#g&Pa%[&Pa%_&Pan&Pa~O%uWO#g&ra%[&ra%_&rag&ra~Oz)SO#g&ra%[&ra%_&rag&ra~Og)VO~OV)WOh$WO%uWO~O#Z)XO~O%uWO#g&ta%[&ta%_&ta~Oz)ZO#g&ta%[&ta%_&ta~Oo0cOv0qO#g&pa%[&pa%_&pa{&pa~P'vOz)^O#g&pa%[&pa%_&pa{&pa~OV)`Oa)`O%uWO~O%z)eO~Ot)hO#j)gOP#hiV#hif#hih#hio#his#hiv#hi!P#hi!Q#hi!T#hi!U#hi!X#hi!]#hi!h#hi!r#hi!s#hi!t#hi!{#hi!}#hi#P#hi#R#hi#T#hi#X#hi#Z#hi#^#hi#_#hi#a#hi#c#hi#l#hi#o#hi#s#hi#u#hi#z#hi#}#hi$P#hi%X#hi%o#hi%p#hi%t#hi%u#hi&Z#hi&[#hi&]#hi&^#hi&_#hi&`#hi&a#hi&b#hi&c#hi&d#hi&e#hi&f#hi&g#hi&h#hi&i#hi&j#hi%Z#hi%_#hi~Ot)iOP#kiV#kif#kih#kio#kis#kiv#ki!P#ki!Q#ki!T#ki!U#ki!X#ki!]#ki!h#ki!r#ki!s#ki!t#ki!{#ki!}#ki#P#ki#R#ki#T#ki#X#ki#Z#ki#^#ki#_#ki#a#ki#c#ki#l#ki#o#ki#s#ki#u#ki#z#ki#}#ki$P#ki%X#ki%o#ki%p#ki%t#ki%u#ki&Z#ki&[#ki&]#ki&^#ki&_#ki&`#ki&a#ki&b#ki&c#ki&d#ki&e#ki&f#ki&g#ki&h#ki&i#ki&j#ki%Z#ki%_#ki~OV)kOn&wa~P'vOz)lOn&wa~Oz)lOn&wa~P%SOn)pO~O%Y)tO~Ot)wO#p'WO#q)vOP#niV#nif#nih#nio#nis#niv#ni!P#ni!Q#ni!T#ni!U#ni!X#ni!]#ni!h#ni!r#ni!s#ni!t#ni!{#ni!}#ni#P#ni#R#ni#T#ni#X#ni#Z#ni#^#ni#_#ni#a#ni#c#ni#l#ni#o#ni#s#ni#u#ni#z#ni#}#ni$P#ni%X#ni%o#ni%p#ni%t#ni%u#ni&Z#ni&[#ni&]#ni&^#ni&_#ni&`#ni&a#ni&b#ni&c#ni&d#ni&e#ni&f#ni&g#ni&h#ni&i#ni&j#ni%Z#ni%_#ni~OV)zOo0cOv0qO{$jO~P'vOo0cOv0qO{&xa~P'vOz*OO{&xa~OV*SOa*TOg*WO%q*UO%uWO~O{$jO&{*YO~Oh'_O~Oh!iO{$jO~O%[*_O~O%[*aO%_*aO~OV$}Oa$}Oo0cOv0qOg&Ua~P'vOz*dOg&Ua~Oo0cOv0qO{*gO!W&Xa~P'vOz*hO!W&Xa~Oo0cOv0qOz*hO{*kO!W&Xa~P'vOo0cOv0qOz*hO!W&Xa~P'vOz*hO{*kO!W&Xa~Om0dOn0dOo0mOp0nOgjikjisjizji!Tji!Uji%{ji!Wji{ji![ji#gji%[ji%_ji!Qji#[jitji!mji%zji~Ol0fO~P!NkOlji~P!NkOV'|Og*pOo0cOv0qO~P'vOn*rO~Og*pOz*tO~Og*uO~OV'|Oo0cOv0qO!W&Si~P'vOz*vO!W&Si~O!W*wO~OV(]Oo0cOv0qO![%}i#g%}i%[%}i%_%}ig%}i{%}i!m%}i%z%}i~P'vOz*zO!T%dO!U%cO![&Ti~Oz*}O![%}i#g%}i%[%}i%_%}ig%}i{%}i!m%}i%z%}i~O![+OO~Oa+QOo0cOv0qO![&Ti~P'vOz*zO![&Ti~O![+SO~OV+UOo0cOv0qO{&la![&la!m&la%z&la~P'vOz+VO{&la![&la!m&la%z&la~O!]+YO&n+[O![!nX~O![+^O~O{(kO![+_O~O{(kO![+_O!m+`O~OV&OOopOvqO{%hq!x%hq#g%hq%[%hq%_%hq%z%hq~P'vOz$ri{$ri!x$ri#g$ri%[$ri%_$ri%z$ri~P%SOV&OOopOvqO~P'vOV&OOo0cOv0qO#g%ha%[%ha%_%ha%z%ha~P'vOz+aO#g%ha%[%ha%_%ha%z%ha~Oz$ia#g$ia%[$ia%_$ian$ia~P%SO#g&Pi%[&Pi%_&Pin&Pi~P'vOz+dO#g#Wq%[#Wq%_#Wq~O#[+eOz$va#g$va%[$va%_$vag$va~O%uWO#g&ri%[&ri%_&rig&ri~Oz+gO#g&ri%[&ri%_&rig&ri~OV+iOh$WO%uWO~O%uWO#g&ti%[&ti%_&ti~Oo0cOv0qO#g&pi%[&pi%_&pi{&pi~P'vO{#{Oz#eX!W#eX~Oz+mO!W&uX~O!W+oO~Ot+rO#j)gOP#hqV#hqf#hqh#hqo#hqs#hqv#hq!P#hq!Q#hq!T#hq!U#hq!X#hq!]#hq!h#hq!r#hq!s#hq!t#hq!{#hq!}#hq#P#hq#R#hq#T#hq#X#hq#Z#hq#^#hq#_#hq#a#hq#c#hq#l#hq#o#hq#s#hq#u#hq#z#hq#}#hq$P#hq%X#hq%o#hq%p#hq%t#hq%u#hq&Z#hq&[#hq&]#hq&^#hq&_#hq&`#hq&a#hq&b#hq&c#hq&d#hq&e#hq&f#hq&g#hq&h#hq&i#hq&j#hq%Z#hq%_#hq~On$|az$|a~P%SOV)kOn&wi~P'vOz+yOn&wi~Oz,TO{$jO#[,TO~O#q,VOP#nqV#nqf#nqh#nqo#nqs#nqv#nq!P#nq!Q#nq!T#nq!U#nq!X#nq!]#nq!h#nq!r#nq!s#nq!t#nq!{#nq!}#nq#P#nq#R#nq#T#nq#X#nq#Z#nq#^#nq#_#nq#a#nq#c#nq#l#nq#o#nq#s#nq#u#nq#z#nq#}#nq$P#nq%X#nq%o#nq%p#nq%t#nq%u#nq&Z#nq&[#nq&]#nq&^#nq&_#nq&`#nq&a#nq&b#nq&c#nq&d#nq&e#nq&f#nq&g#nq&h#nq&i#nq&j#nq%Z#nq%_#nq~O#[,WOz%Oa{%Oa~Oo0cOv0qO{&xi~P'vOz,YO{&xi~O{#{O%z,[Og&zXz&zX~O%uWOg&zXz&zX~Oz,`Og&yX~Og,bO~O%Y,eO~O!T%dO!U%cOg&Viz&Vi~OV$}Oa$}Oo0cOv0qOg&Ui~P'vO{,hOz$la!W$la~Oo0cOv0qO{,iOz$la!W$la~P'vOo0cOv0qO{*gO!W&Xi~P'vOz,lO!W&Xi~Oo0cOv0qOz,lO!W&Xi~P'vOz,lO{,oO!W&Xi~Og$hiz$hi!W$hi~P%SOV'|Oo0cOv0qO~P'vOn,qO~OV'|Og,rOo0cOv0qO~P'vOV'|Oo0cOv0qO!W&Sq~P'vOz$gi![$gi#g$gi%[$gi%_$gig$gi{$gi!m$gi%z$gi~P%SOV(]Oo0cOv0qO~P'vOa+QOo0cOv0qO![&Tq~P'vOz,sO![&Tq~O![,tO~OV(]Oo0cOv0qO![%}q#g%}q%[%}q%_%}qg%}q{%}q!m%}q%z%}q~P'vO{,uO~OV+UOo0cOv0qO{&li![&li!m&li%z&li~P'vOz,zO{&li![&li!m&li%z&li~O!]+YO&n+[O![!na~O{(kO![,}O~OV&OOo0cOv0qO#g%hi%[%hi%_%hi%z%hi~P'vOz-OO#g%hi%[%hi%_%hi%z%hi~O%uWO#g&rq%[&rq%_&rqg&rq~Oz-RO#g&rq%[&rq%_&rqg&rq~OV)`Oa)`O%uWO!W&ua~Oz-TO!W&ua~On$|iz$|i~P%SOV)kO~P'vOV)kOn&wq~P'vOt-XOP#myV#myf#myh#myo#mys#myv#my!P#my!Q#my!T#my!U#my!X#my!]#my!h#my!r#my!s#my!t#my!{#my!}#my#P#my#R#my#T#my#X#my#Z#my#^#my#_#my#a#my#c#my#l#my#o#my#s#my#u#my#z#my#}#my$P#my%X#my%o#my%p#my%t#my%u#my&Z#my&[#my&]#my&^#my&_#my&`#my&a#my&b#my&c#my&d#my&e#my&f#my&g#my&h#my&i#my&j#my%Z#my%_#my~O%Z-]O%_-]O~P`O#q-^OP#nyV#nyf#nyh#nyo#nys#nyv#ny!P#ny!Q#ny!T#ny!U#ny!X#ny!]#ny!h#ny!r#ny!s#ny!t#ny!{#ny!}#ny#P#ny#R#ny#T#ny#X#ny#Z#ny#^#ny#_#ny#a#ny#c#ny#l#ny#o#ny#s#ny#u#ny#z#ny#}#ny$P#ny%X#ny%o#ny%p#ny%t#ny%u#ny&Z#ny&[#ny&]#ny&^#ny&_#ny&`#ny&a#ny&b#ny&c#ny&d#ny&e#ny&f#ny&g#ny&h#ny&i#ny&j#ny%Z#ny%_#ny~Oz-aO{$jO#[-aO~Oo0cOv0qO{&xq~P'vOz-dO{&xq~O%z,[Og&zaz&za~O{#{Og&zaz&za~OV*SOa*TO%q*UO%uWOg&ya~Oz-hOg&ya~O$S-lO~OV$}Oa$}Oo0cOv0qO~P'vOo0cOv0qO{-mOz$li!W$li~P'vOo0cOv0qOz$li!W$li~P'vO{-mOz$li!W$li~Oo0cOv0qO{*gO~P'vOo0cOv0qO{*gO!W&Xq~P'vOz-pO!W&Xq~Oo0cOv0qOz-pO!W&Xq~P'vOs-sO!T%dO!U%cOg&Oq!W&Oq![&Oqz&Oq~P!/jOa+QOo0cOv0qO![&Ty~P'vOz$ji![$ji~P%SOa+QOo0cOv0qO~P'vOV+UOo0cOv0qO~P'vOV+UOo0cOv0qO{&lq![&lq!m&lq%z&lq~P'vO{(kO![-xO!m-yO%z-wO~OV&OOo0cOv0qO#g%hq%[%hq%_%hq%z%hq~P'vO%uWO#g&ry%[&ry%_&ryg&ry~OV)`Oa)`O%uWO!W&ui~Ot-}OP#m!RV#m!Rf#m!Rh#m!Ro#m!Rs#m!Rv#m!R!P#m!R!Q#m!R!T#m!R!U#m!R!X#m!R!]#m!R!h#m!R!r#m!R!s#m!R!t#m!R!{#m!R!}#m!R#P#m!R#R#m!R#T#m!R#X#m!R#Z#m!R#^#m!R#_#m!R#a#m!R#c#m!R#l#m!R#o#m!R#s#m!R#u#m!R#z#m!R#}#m!R$P#m!R%X#m!R%o#m!R%p#m!R%t#m!R%u#m!R&Z#m!R&[#m!R&]#m!R&^#m!R&_#m!R&`#m!R&a#m!R&b#m!R&c#m!R&d#m!R&e#m!R&f#m!R&g#m!R&h#m!R&i#m!R&j#m!R%Z#m!R%_#m!R~Oo0cOv0qO{&xy~P'vOV*SOa*TO%q*UO%uWOg&yi~O$S-lO%Z.VO%_.VO~OV.aOh._O!X.^O!].`O!h.YO!s.[O!t.[O%p.XO%uWO&Z]O&[]O&]]O&^]O&_]O&`]O&a]O&b]O~Oo0cOv0qOz$lq!W$lq~P'vO{.fOz$lq!W$lq~Oo0cOv0qO{*gO!W&Xy~P'vOz.gO!W&Xy~Oo0cOv.kO~P'vOs-sO!T%dO!U%cOg&Oy!W&Oy![&Oyz&Oy~P!/jO{(kO![.nO~O{(kO![.nO!m.oO~OV*SOa*TO%q*UO%uWO~Oh.tO!f.rOz$TX#[$TX%j$TXg$TX~Os$TX{$TX!W$TX![$TX~P$-bO%o.vO%p.vOs$UXz$UX{$UX#[$UX%j$UX!W$UXg$UX![$UX~O!h.xO~Oz.|O#[/OO%j.yOs&|X{&|X!W&|Xg&|X~Oa/RO~P$)zOh.tOs&}Xz&}X{&}X#[&}X%j&}X!W&}Xg&}X![&}X~Os/VO{$jO~Oo0cOv0qOz$ly!W$ly~P'vOo0cOv0qO{*gO!W&X!R~P'vOz/ZO!W&X!R~Og&RXs&RX!T&RX!U&RX!W&RX![&RXz&RX~P!/jOs-sO!T%dO!U%cOg&Qa!W&Qa![&Qaz&Qa~O{(kO![/^O~O!f.rOh$[as$[az$[a{$[a#[$[a%j$[a!W$[ag$[a![$[a~O!h/eO~O%o.vO%p.vOs$Uaz$Ua{$Ua#[$Ua%j$Ua!W$Uag$Ua![$Ua~O%j.yOs$Yaz$Ya{$Ya#[$Ya!W$Yag$Ya![$Ya~Os&|a{&|a!W&|ag&|a~P$)nOz/jOs&|a{&|a!W&|ag&|a~O!W/mO~Og/mO~O{/oO~O![/pO~Oo0cOv0qO{*gO!W&X!Z~P'vO{/sO~O%z/tO~P$-bOz/uO#[/OO%j.yOg'PX~Oz/uOg'PX~Og/wO~O!h/xO~O#[/OOs%Saz%Sa{%Sa%j%Sa!W%Sag%Sa![%Sa~O#[/OO%j.yOs%Waz%Wa{%Wa!W%Wag%Wa~Os&|i{&|i!W&|ig&|i~P$)nOz/zO#[/OO%j.yO!['Oa~Og'Pa~P$)nOz0SOg'Pa~Oa0UO!['Oi~P$)zOz0WO!['Oi~Oz0WO#[/OO%j.yO!['Oi~O#[/OO%j.yOg$biz$bi~O%z0ZO~P$-bO#[/OO%j.yOg%Vaz%Va~Og'Pi~P$)nO{0^O~Oa0UO!['Oq~P$)zOz0`O!['Oq~O#[/OO%j.yOz%Ui![%Ui~Oa0UO~P$)zOa0UO!['Oy~P$)zO#[/OO%j.yOg$ciz$ci~O#[/OO%j.yOz%Uq![%Uq~Oz+aO#g%ha%[%ha%_%ha%z%ha~P%SOV&OOo0cOv0qO~P'vOn0hO~Oo0hO~P'vO{0iO~Ot0jO~P!/jO&]&Z&j&h&i&g&f&d&e&c&b&`&a&_&^&[%u~",
	goto: "!=j'QPPPPPP'RP'Z*s+[+t,_,y-fP.SP'Z.r.r'ZPPP'Z2[PPPPPP2[5PPP5PP7b7k=sPP=v>h>kPP'Z'ZPP>zPP'Z'ZPP'Z'Z'Z'Z'Z?O?w'ZP?zP@QDXGuGyPG|HWH['ZPPPH_Hk'RP'R'RP'RP'RP'RP'RP'R'R'RP'RPP'RPP'RP'RPHqH}IVPI^IdPI^PI^I^PPPI^PKrPK{LVL]KrPI^LfPI^PLmLsPLwM]MzNeLwLwNkNxLwLwLwLw! ^! d! g! l! o! y!!P!!]!!o!!u!#P!#V!#s!#y!$P!$Z!$a!$g!$y!%T!%Z!%a!%k!%q!%w!%}!&T!&Z!&e!&k!&u!&{!'U!'[!'k!'s!'}!(UPPPPPPPPPPP!([!(_!(e!(n!(x!)TPPPPPPPPPPPP!-u!/Z!3^!6oPP!6w!7W!7a!8Y!8P!8c!8i!8l!8o!8r!8z!9jPPPPPPPPPPPPPPPPP!9m!9q!9wP!:]!:a!:m!:v!;S!;j!;m!;p!;v!;|!<S!<VP!<_!<h!=d!=g]eOn#g$j)t,P'}`OTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!i!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'm'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0r{!cQ#c#p$R$d$p%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g}!dQ#c#p$R$d$p$u%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!P!eQ#c#p$R$d$p$u$v%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!R!fQ#c#p$R$d$p$u$v$w%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!T!gQ#c#p$R$d$p$u$v$w$x%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!V!hQ#c#p$R$d$p$u$v$w$x$y%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g!Z!hQ!n#c#p$R$d$p$u$v$w$x$y$z%e%j%p%q&`'O'g(q(|)j*o*x+w,v0g'}TOTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!i!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'm'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0r&eVOYZ[dnprxy}!P!Q!U!i!k!o!p!q!s!t#[#d#g#y#{#}$Q$h$j$}%S%Z%^%`%g%l%n%w%|&Z&_&j&k&u&x'P'W'Z'l'm'p'r's'w(O(W(^(d(g(p(r(z)^)e)g)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+U+V+Y+a+d+k,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0n0r%oXOYZ[dnrxy}!P!Q!U!i!k#[#d#g#y#{#}$Q$h$j$}%S%^%`%g%l%n%w%|&Z&_&j&k&u&x'P'W'Z'l'm'p'r's'w(O(W(^(d(g(p(r(z)^)e)g)p)t)z*O*Y*d*g*h*k*q*t*v*y*z*}+U+V+Y+a+d+k,P,X,Y,],g,h,i,k,l,o,s,u,w,y,z-O-d-f-m-p.f.g/V/Z0i0j0kQ#vqQ/[.kR0o0q't`OTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0rh#jhz{$W$Z&l&q)S)X+f+g-RW#rq&].k0qQ$]|Q$a!OQ$n!VQ$o!WW$|!i'm*d,gS&[#s#tQ'S$iQ(s&UQ)U&nU)Y&s)Z+jW)a&w+m-T-{Q*Q']W*R'_,`-h.TQ+l)`S,_*S*TQ-Q+eQ-_,TQ-c,WQ.R-al.W-l.^._.a.z.|/R/j/o/t/y0U0Z0^Q/S.`Q/a.tQ/l/OU0P/u0S0[X0V/z0W0_0`R&Z#r!_!wYZ!P!Q!k%S%`%g'p'r's(O(W)g*g*h*k*q*t*v,h,i,k,l,o-m-p.f.g/ZR%^!vQ!{YQ%x#[Q&d#}Q&g$QR,{+YT.j-s/s!Y!jQ!n#c#p$R$d$p$u$v$w$x$y$z%e%j%p%q&`'O'g(q(|)j*o*x+w,v0gQ&X#kQ'c$oR*^'dR'l$|Q%V!mR/_.r'|_OTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!i!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'm'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0rS#a_#b!P.[-l.^._.`.a.t.z.|/R/j/o/t/u/y/z0S0U0W0Z0[0^0_0`'|_OTYZ[adnoprtxy}!P!Q!R!U!X!c!d!e!f!g!h!i!k!o!p!q!s!t!z#O#S#T#[#d#g#x#y#{#}$Q$e$g$h$j$q$}%S%Z%^%`%c%g%l%n%w%|&O&Z&_&h&j&k&u&x&|'P'W'Z'l'm'p'r's'w'|(O(S(W(](^(d(g(p(r(z(})^)e)g)k)l)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+Q+U+V+Y+a+c+d+k+x+y,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0l0n0rT#a_#bT#^^#_R(o%xa(l%x(n(o+`,{-y-z.oT+[(k+]R-z,{Q$PsQ+l)aQ,^*RR-e,_X#}s$O$P&fQ&y$aQ'a$nQ'd$oR)s'SQ)b&wV-S+m-T-{ZgOn$j)t,PXkOn)t,PQ$k!TQ&z$bQ&{$cQ'^$mQ'b$oQ)q'RQ)x'WQ){'XQ)|'YQ*Z'`S*]'c'dQ+s)gQ+u)hQ+v)iQ+z)oS+|)r*[Q,Q)vQ,R)wS,S)y)zQ,d*^Q-V+rQ-W+tQ-Y+{S-Z+},OQ-`,UQ-b,VQ-|-XQ.O-[Q.P-^Q.Q-_Q.p-}Q.q.RQ/W.dR/r/XWkOn)t,PR#mjQ'`$nS)r'S'aR,O)sQ,]*RR-f,^Q*['`Q+})rR-[,OZiOjn)t,PQ'f$pR*`'gT-j,e-ku.c-l.^._.a.t.z.|/R/j/o/t/u/y0S0U0Z0[0^t.c-l.^._.a.t.z.|/R/j/o/t/u/y0S0U0Z0[0^Q/S.`X0V/z0W0_0`!P.Z-l.^._.`.a.t.z.|/R/j/o/t/u/y/z0S0U0W0Z0[0^0_0`Q.w.YR/f.xg.z.].{/b/i/n/|0O0Q0]0a0bu.b-l.^._.a.t.z.|/R/j/o/t/u/y0S0U0Z0[0^X.u.W.b/a0PR/c.tV0R/u0S0[R/X.dQnOS#on,PR,P)tQ&^#uR(x&^S%m#R#wS(_%m(bT(b%p&`Q%a!yQ%h!}W(P%a%h(U(YQ(U%eR(Y%jQ&i$RR)O&iQ(e%qQ*{(`T+R(e*{Q'n%OR*e'nS'q%R%SY*i'q*j,m-q.hU*j'r's'tU,m*k*l*mS-q,n,oR.h-rQ#Y]R%t#YQ#_^R%y#_Q(h%vS+W(h+XR+X(iQ+](kR,|+]Q#b_R%{#bQ#ebQ%}#cW&Q#e%}({+bQ({&cR+b0gQ$OsS&e$O&fR&f$PQ&v$_R)_&vQ&V#jR(t&VQ&m$VS)T&m+hR+h)UQ$Z{R&p$ZQ&t$]R)[&tQ+n)bR-U+nQ#hfR&S#hQ)f&zR+q)fQ&}$dS)m&})nR)n'OQ'V$kR)u'VQ'[$lS*P'[,ZR,Z*QQ,a*VR-i,aWjOn)t,PR#ljQ-k,eR.U-kd.{.]/b/i/n/|0O0Q0]0a0bR/h.{U.s.W/a0PR/`.sQ/{/nS0X/{0YR0Y/|S/v/b/cR0T/vQ.}.]R/k.}R!ZPXmOn)t,PWlOn)t,PR'T$jYfOn$j)t,PR&R#g[sOn#g$j)t,PR&d#}&dQOYZ[dnprxy}!P!Q!U!i!k!o!p!q!s!t#[#d#g#y#{#}$Q$h$j$}%S%Z%^%`%g%l%n%w%|&Z&_&j&k&u&x'P'W'Z'l'm'p'r's'w(O(W(^(d(g(p(r(z)^)e)g)p)t)z*O*Y*d*g*h*k*q*r*t*v*y*z*}+U+V+Y+a+d+k,P,X,Y,],g,h,i,k,l,o,q,s,u,w,y,z-O-d-f-m-p-s.f.g/V/Z/s0c0d0e0f0h0i0j0k0n0rQ!nTQ#caQ#poU$Rt%c(SS$d!R$gQ$p!XQ$u!cQ$v!dQ$w!eQ$x!fQ$y!gQ$z!hQ%e!zQ%j#OQ%p#SQ%q#TQ&`#xQ'O$eQ'g$qQ(q&OU(|&h(}+cW)j&|)l+x+yQ*o'|Q*x(]Q+w)kQ,v+QR0g0lQ!yYQ!}ZQ$b!PQ$c!QQ%R!kQ't%S^'{%`%g(O(W*q*t*v^*f'p*h,k,l-p.g/ZQ*l'rQ*m'sQ+t)gQ,j*gQ,n*kQ-n,hQ-o,iQ-r,oQ.e-mR/Y.f[bOn#g$j)t,P!^!vYZ!P!Q!k%S%`%g'p'r's(O(W)g*g*h*k*q*t*v,h,i,k,l,o-m-p.f.g/ZQ#R[Q#fdS#wrxQ$UyW$_}$Q'P)pS$l!U$hW${!i'm*d,gS%v#[+Y`&P#d%|(p(r(z+a-O0kQ&a#yQ&b#{Q&c#}Q'j$}Q'z%^W([%l(^*y*}Q(`%nQ(i%wQ(v&ZS(y&_0iQ)P&jQ)Q&kU)]&u)^+kQ)d&xQ)y'WY)}'Z*O,X,Y-dQ*b'lS*n'w0jW+P(d*z,s,wW+T(g+V,y,zQ+p)eQ,U)zQ,c*YQ,x+UQ-P+dQ-e,]Q-v,uQ.S-fR/q/VhUOn#d#g$j%|&_'w(p(r)t,P%U!uYZ[drxy}!P!Q!U!i!k#[#y#{#}$Q$h$}%S%^%`%g%l%n%w&Z&j&k&u&x'P'W'Z'l'm'p'r's(O(W(^(d(g(z)^)e)g)p)z*O*Y*d*g*h*k*q*t*v*y*z*}+U+V+Y+a+d+k,X,Y,],g,h,i,k,l,o,s,u,w,y,z-O-d-f-m-p.f.g/V/Z0i0j0kQ#qpW%W!o!s0d0nQ%X!pQ%Y!qQ%[!tQ%f0cS'v%Z0hQ'x0eQ'y0fQ,p*rQ-u,qS.i-s/sR0p0rU#uq.k0qR(w&][cOn#g$j)t,PZ!xY#[#}$Q+YQ#W[Q#zrR$TxQ%b!yQ%i!}Q%o#RQ'j${Q(V%eQ(Z%jQ(c%pQ(f%qQ*|(`Q,f*bQ-t,pQ.m-uR/].lQ$StQ(R%cR*s(SQ.l-sR/}/sR#QZR#V[R%Q!iQ%O!iV*c'm*d,g!Z!lQ!n#c#p$R$d$p$u$v$w$x$y$z%e%j%p%q&`'O'g(q(|)j*o*x+w,v0gR%T!kT#]^#_Q%x#[R,{+YQ(m%xS+_(n(oQ,}+`Q-x,{S.n-y-zR/^.oT+Z(k+]Q$`}Q&g$QQ)o'PR+{)pQ$XzQ)W&qR+i)XQ$XzQ&o$WQ)W&qR+i)XQ#khW$Vz$W&q)XQ$[{Q&r$ZZ)R&l)S+f+g-RR$^|R)c&wXlOn)t,PQ$f!RR'Q$gQ$m!UR'R$hR*X'_Q*V'_V-g,`-h.TQ.d-lQ/P.^R/Q._U.]-l.^._Q/U.aQ/b.tQ/g.zU/i.|/j/yQ/n/RQ/|/oQ0O/tU0Q/u0S0[Q0]0UQ0a0ZR0b0^R/T.`R/d.t",
	nodeNames: "⚠ print Escape { Comment Script AssignStatement * BinaryExpression BitOp BitOp BitOp BitOp ArithOp ArithOp @ ArithOp ** UnaryExpression ArithOp BitOp AwaitExpression await ) ( ParenthesizedExpression BinaryExpression or and CompareOp in not is UnaryExpression ConditionalExpression if else LambdaExpression lambda ParamList VariableName AssignOp , : NamedExpression AssignOp YieldExpression yield from TupleExpression ComprehensionExpression async for LambdaExpression ] [ ArrayExpression ArrayComprehensionExpression } { DictionaryExpression DictionaryComprehensionExpression SetExpression SetComprehensionExpression CallExpression ArgList AssignOp MemberExpression . PropertyName Number String FormatString FormatReplacement FormatSelfDoc FormatConversion FormatSpec FormatReplacement FormatSelfDoc ContinuedString Ellipsis None Boolean TypeDef AssignOp UpdateStatement UpdateOp ExpressionStatement DeleteStatement del PassStatement pass BreakStatement break ContinueStatement continue ReturnStatement return YieldStatement PrintStatement RaiseStatement raise ImportStatement import as ScopeStatement global nonlocal AssertStatement assert TypeDefinition type TypeParamList TypeParam StatementGroup ; IfStatement Body elif WhileStatement while ForStatement TryStatement try except finally WithStatement with FunctionDefinition def ParamList AssignOp TypeDef ClassDefinition class DecoratedStatement Decorator At MatchStatement match MatchBody MatchClause case CapturePattern LiteralPattern ArithOp ArithOp AsPattern OrPattern LogicOp AttributePattern SequencePattern MappingPattern StarPattern ClassPattern PatternArgList KeywordPattern KeywordPattern Guard",
	maxTerm: 277,
	context: trackIndent,
	nodeProps: [
		[
			"isolate",
			-5,
			4,
			71,
			72,
			73,
			77,
			""
		],
		[
			"group",
			-15,
			6,
			85,
			87,
			88,
			90,
			92,
			94,
			96,
			98,
			99,
			100,
			102,
			105,
			108,
			110,
			"Statement Statement",
			-22,
			8,
			18,
			21,
			25,
			40,
			49,
			50,
			56,
			57,
			60,
			61,
			62,
			63,
			64,
			67,
			70,
			71,
			72,
			79,
			80,
			81,
			82,
			"Expression",
			-10,
			114,
			116,
			119,
			121,
			122,
			126,
			128,
			133,
			135,
			138,
			"Statement",
			-9,
			143,
			144,
			147,
			148,
			150,
			151,
			152,
			153,
			154,
			"Pattern"
		],
		[
			"openedBy",
			23,
			"(",
			54,
			"[",
			58,
			"{"
		],
		[
			"closedBy",
			24,
			")",
			55,
			"]",
			59,
			"}"
		]
	],
	propSources: [pythonHighlighting],
	skippedNodes: [0, 4],
	repeatNodeCount: 34,
	tokenData: "!2|~R!`OX%TXY%oY[%T[]%o]p%Tpq%oqr'ars)Yst*xtu%Tuv,dvw-hwx.Uxy/tyz0[z{0r{|2S|}2p}!O3W!O!P4_!P!Q:Z!Q!R;k!R![>_![!]Do!]!^Es!^!_FZ!_!`Gk!`!aHX!a!b%T!b!cIf!c!dJU!d!eK^!e!hJU!h!i!#f!i!tJU!t!u!,|!u!wJU!w!x!.t!x!}JU!}#O!0S#O#P&o#P#Q!0j#Q#R!1Q#R#SJU#S#T%T#T#UJU#U#VK^#V#YJU#Y#Z!#f#Z#fJU#f#g!,|#g#iJU#i#j!.t#j#oJU#o#p!1n#p#q!1s#q#r!2a#r#s!2f#s$g%T$g;'SJU;'S;=`KW<%lOJU`%YT&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%T`%lP;=`<%l%To%v]&n`%c_OX%TXY%oY[%T[]%o]p%Tpq%oq#O%T#O#P&o#P#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To&tX&n`OY%TYZ%oZ]%T]^%o^#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc'f[&n`O!_%T!_!`([!`#T%T#T#U(r#U#f%T#f#g(r#g#h(r#h#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc(cTmR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc(yT!mR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk)aV&n`&[ZOr%Trs)vs#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk){V&n`Or%Trs*bs#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk*iT&n`&^ZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To+PZS_&n`OY*xYZ%TZ]*x]^%T^#o*x#o#p+r#p#q*x#q#r+r#r;'S*x;'S;=`,^<%lO*x_+wTS_OY+rZ]+r^;'S+r;'S;=`,W<%lO+r_,ZP;=`<%l+ro,aP;=`<%l*xj,kV%rQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tj-XT!xY&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tj-oV%lQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk.]V&n`&ZZOw%Twx.rx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk.wV&n`Ow%Twx/^x#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk/eT&n`&]ZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk/{ThZ&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc0cTgR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk0yXVZ&n`Oz%Tz{1f{!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk1mVaR&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk2ZV%oZ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc2wTzR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To3_W%pZ&n`O!_%T!_!`-Q!`!a3w!a#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Td4OT&{S&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk4fX!fQ&n`O!O%T!O!P5R!P!Q%T!Q![6T![#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk5WV&n`O!O%T!O!P5m!P#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk5tT!rZ&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti6[a!hX&n`O!Q%T!Q![6T![!g%T!g!h7a!h!l%T!l!m9s!m#R%T#R#S6T#S#X%T#X#Y7a#Y#^%T#^#_9s#_#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti7fZ&n`O{%T{|8X|}%T}!O8X!O!Q%T!Q![8s![#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti8^V&n`O!Q%T!Q![8s![#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti8z]!hX&n`O!Q%T!Q![8s![!l%T!l!m9s!m#R%T#R#S8s#S#^%T#^#_9s#_#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti9zT!hX&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk:bX%qR&n`O!P%T!P!Q:}!Q!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tj;UV%sQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti;ro!hX&n`O!O%T!O!P=s!P!Q%T!Q![>_![!d%T!d!e?q!e!g%T!g!h7a!h!l%T!l!m9s!m!q%T!q!rA]!r!z%T!z!{Bq!{#R%T#R#S>_#S#U%T#U#V?q#V#X%T#X#Y7a#Y#^%T#^#_9s#_#c%T#c#dA]#d#l%T#l#mBq#m#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti=xV&n`O!Q%T!Q![6T![#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti>fc!hX&n`O!O%T!O!P=s!P!Q%T!Q![>_![!g%T!g!h7a!h!l%T!l!m9s!m#R%T#R#S>_#S#X%T#X#Y7a#Y#^%T#^#_9s#_#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti?vY&n`O!Q%T!Q!R@f!R!S@f!S#R%T#R#S@f#S#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Ti@mY!hX&n`O!Q%T!Q!R@f!R!S@f!S#R%T#R#S@f#S#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TiAbX&n`O!Q%T!Q!YA}!Y#R%T#R#SA}#S#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TiBUX!hX&n`O!Q%T!Q!YA}!Y#R%T#R#SA}#S#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TiBv]&n`O!Q%T!Q![Co![!c%T!c!iCo!i#R%T#R#SCo#S#T%T#T#ZCo#Z#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TiCv]!hX&n`O!Q%T!Q![Co![!c%T!c!iCo!i#R%T#R#SCo#S#T%T#T#ZCo#Z#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%ToDvV{_&n`O!_%T!_!`E]!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TcEdT%{R&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkEzT#gZ&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkFbXmR&n`O!^%T!^!_F}!_!`([!`!a([!a#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TjGUV%mQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkGrV%zZ&n`O!_%T!_!`([!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkH`WmR&n`O!_%T!_!`([!`!aHx!a#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TjIPV%nQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkIoV_Q#}P&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%ToJ_]&n`&YS%uZO!Q%T!Q![JU![!c%T!c!}JU!}#R%T#R#SJU#S#T%T#T#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUoKZP;=`<%lJUoKge&n`&YS%uZOr%Trs)Ysw%Twx.Ux!Q%T!Q![JU![!c%T!c!tJU!t!uLx!u!}JU!}#R%T#R#SJU#S#T%T#T#fJU#f#gLx#g#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUoMRa&n`&YS%uZOr%TrsNWsw%Twx! vx!Q%T!Q![JU![!c%T!c!}JU!}#R%T#R#SJU#S#T%T#T#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUkN_V&n`&`ZOr%TrsNts#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%TkNyV&n`Or%Trs! `s#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk! gT&n`&bZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk! }V&n`&_ZOw%Twx!!dx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!!iV&n`Ow%Twx!#Ox#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!#VT&n`&aZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To!#oe&n`&YS%uZOr%Trs!%Qsw%Twx!&px!Q%T!Q![JU![!c%T!c!tJU!t!u!(`!u!}JU!}#R%T#R#SJU#S#T%T#T#fJU#f#g!(`#g#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUk!%XV&n`&dZOr%Trs!%ns#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!%sV&n`Or%Trs!&Ys#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!&aT&n`&fZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!&wV&n`&cZOw%Twx!'^x#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!'cV&n`Ow%Twx!'xx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!(PT&n`&eZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To!(ia&n`&YS%uZOr%Trs!)nsw%Twx!+^x!Q%T!Q![JU![!c%T!c!}JU!}#R%T#R#SJU#S#T%T#T#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUk!)uV&n`&hZOr%Trs!*[s#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!*aV&n`Or%Trs!*vs#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!*}T&n`&jZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!+eV&n`&gZOw%Twx!+zx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!,PV&n`Ow%Twx!,fx#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tk!,mT&n`&iZO#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%To!-Vi&n`&YS%uZOr%TrsNWsw%Twx! vx!Q%T!Q![JU![!c%T!c!dJU!d!eLx!e!hJU!h!i!(`!i!}JU!}#R%T#R#SJU#S#T%T#T#UJU#U#VLx#V#YJU#Y#Z!(`#Z#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUo!.}a&n`&YS%uZOr%Trs)Ysw%Twx.Ux!Q%T!Q![JU![!c%T!c!}JU!}#R%T#R#SJU#S#T%T#T#oJU#p#q%T#r$g%T$g;'SJU;'S;=`KW<%lOJUk!0ZT!XZ&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tc!0qT!WR&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%Tj!1XV%kQ&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%T~!1sO!]~k!1zV%jR&n`O!_%T!_!`-Q!`#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%T~!2fO![~i!2mT%tX&n`O#o%T#p#q%T#r;'S%T;'S;=`%i<%lO%T",
	tokenizers: [
		legacyPrint,
		indentation,
		newlines,
		strings,
		0,
		1,
		2,
		3,
		4
	],
	topRules: { "Script": [0, 5] },
	specialized: [{
		term: 221,
		get: (value) => spec_identifier[value] || -1
	}],
	tokenPrec: 7668
});
// src/init/setup-script.ts
/** The keyword arguments of `setup()`, those that are variables too, by name. */
function readSetupScript(text) {
	const script = {
		text,
		variables: /* @__PURE__ */ new Map()
	};
	const found = {};
	parser.parse(text).iterate({ enter({ name, node }) {
		if (name === "AssignStatement") remember(node, script);
		if (name !== "CallExpression" || !/(?:^|\.)setup$/.test(textOf(node.firstChild, text))) return;
		for (const [key, value] of argumentsOf(node, script)) found[key] = readValue(value, script);
	} });
	return found;
}
function remember(node, { text, variables }) {
	const [name, value] = [node.firstChild, node.lastChild];
	const isPlain = node.getChildren("AssignOp").length === 1 && textOf(node.getChild("AssignOp"), text) === "=";
	if (name?.name === "VariableName" && value && isPlain) variables.set(textOf(name, text), value);
}
/** `name=value`, and what `**variable` brings along. */
function argumentsOf(call, script) {
	const list = call.getChild("ArgList");
	if (!list) return [];
	const nodes = childrenOf$1(list);
	return nodes.flatMap((node, at) => {
		const value = nodes[at + 1];
		if (node.name === "AssignOp" && value) return [[textOf(nodes[at - 1] ?? null, script.text), value]];
		const spread = textOf(node, script.text) === "**" ? value : void 0;
		const table = spread && resolve(spread, script);
		if (table?.name === "DictionaryExpression") return [...entriesOf(table, script)];
		return table?.name === "CallExpression" ? argumentsOf(table, script) : [];
	});
}
/** A variable stands for what it was set to before. */
function resolve(node, { text, variables }) {
	return node.name === "VariableName" && variables.get(textOf(node, text)) || node;
}
function readValue(node, script, depth = 0) {
	if (depth > 20) return void 0;
	const inner = (one) => readValue(one, script, depth + 1);
	const resolved = resolve(node, script);
	switch (resolved.name) {
		case "String": return stringOf(textOf(resolved, script.text));
		case "ContinuedString": {
			const parts = childrenOf$1(resolved).map(inner);
			return parts.every((part) => typeof part === "string") ? parts.join("") : void 0;
		}
		case "ParenthesizedExpression": return resolved.firstChild?.nextSibling ? inner(resolved.firstChild.nextSibling) : void 0;
		case "ArrayExpression":
		case "TupleExpression": return childrenOf$1(resolved).filter(({ name }) => !/^[[\](),]$|^Comment$/.test(name)).map(inner);
		case "DictionaryExpression": return Object.fromEntries([...entriesOf(resolved, script)].map(([key, value]) => [key, inner(value)]));
		case "BinaryExpression": {
			const [left, right] = [resolved.firstChild, resolved.lastChild].map((side) => side ? inner(side) : void 0);
			return Array.isArray(left) || Array.isArray(right) ? [left ?? [void 0], right ?? [void 0]].flat() : void 0;
		}
		case "CallExpression":
			if (textOf(resolved.firstChild, script.text) !== "dict") return void 0;
			return Object.fromEntries(argumentsOf(resolved, script).map(([key, value]) => [key, inner(value)]));
		default: return;
	}
}
function* entriesOf(dictionary, { text }) {
	const nodes = childrenOf$1(dictionary);
	for (const [at, node] of nodes.entries()) {
		const [key, value] = [nodes[at - 1], nodes[at + 1]];
		const name = node.name === ":" && key?.name === "String" ? stringOf(textOf(key, text)) : void 0;
		if (name !== void 0 && value) yield [name, value];
	}
}
/** One that is no format, and has nothing escaped. */
function stringOf(written) {
	const [, value] = /^[rRuU]?(?:"""([^\\]*)"""|'''([^\\]*)'''|"([^"\\]*)"|'([^'\\]*)')$/.exec(written)?.filter((part) => part !== void 0) ?? [void 0];
	return value;
}
function childrenOf$1(node) {
	const children = [];
	for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
	return children;
}
function textOf(node, text) {
	return node ? text.slice(node.from, node.to) : "";
}
// src/init/declared.ts
/** What setup.cfg and setup.py declare together; undefined where they declare nothing that can be read. */
function readSetuptools(files) {
	const found = [readSetupCfg(files["setup.cfg"] ?? ""), readSetupPy(files["setup.py"] ?? "")].filter((one) => one !== void 0);
	if (found.length === 0) return void 0;
	const [main] = [...found.filter((one) => one.requirements.length > 0 || one.files.length > 0), ...found];
	const python = found.find((one) => one.python !== void 0)?.python;
	const name = found.find((one) => one.name !== void 0)?.name;
	return {
		...main,
		...name === void 0 ? {} : { name },
		...python === void 0 ? {} : { python },
		extras: Object.assign({}, ...found.map(({ extras }) => extras)),
		isWhole: found.every(({ isWhole }) => isWhole),
		folders: [...new Set(found.flatMap(({ folders }) => folders))]
	};
}
function readSetupCfg(text) {
	const [options = "", metadata = ""] = [sectionOf(text, "options"), sectionOf(text, "metadata")];
	const extras = sectionOf(text, "options.extras_require") ?? "";
	if (options === "" && extras === "") return void 0;
	const listIn = (section, key) => {
		return (valueIn(section, key) ?? []).flatMap((line) => {
			const [, other] = /^%\((.+)\)s$/.exec(line) ?? [];
			return other === void 0 || other === key ? plainRequirements([line]) : listIn(section, other);
		});
	};
	const names = [...extras.matchAll(/^([\w.-]+)[ \t]*[=:]/gm)].flatMap(([, name]) => name ?? []);
	const wanted = valueIn(options, "install_requires") ?? [];
	const [, file] = /^file:\s*(.*)$/.exec(wanted.join(" ")) ?? [];
	const [python] = valueIn(options, "python_requires") ?? [];
	const [name] = valueIn(metadata, "name") ?? [];
	const where = valueIn(sectionOf(text, "options.packages.find") ?? "", "where") ?? [];
	const rooted = (valueIn(options, "package_dir") ?? []).flatMap((line) => /^=\s*(.+)$/.exec(line)?.[1] ?? []);
	return {
		source: "setup.cfg",
		...name === void 0 ? {} : { name },
		requirements: file === void 0 ? listIn(options, "install_requires") : [],
		extras: Object.fromEntries(names.map((extra) => [extra, listIn(extras, extra)])),
		...python === void 0 ? {} : { python },
		isWhole: true,
		files: file?.split(/[,\s]+/).filter((path) => path !== "") ?? [],
		folders: [...where, ...rooted]
	};
}
function readSetupPy(text) {
	const { name, install_requires, tests_require, extras_require, python_requires, package_dir } = readSetupScript(text);
	const isSet = [
		install_requires,
		extras_require,
		tests_require,
		python_requires,
		package_dir
	].some((value) => value !== void 0);
	const names = /\binstall_requires\b/.test(text);
	if (!isSet && !names) return void 0;
	const sets = typeof extras_require === "object" && !Array.isArray(extras_require) ? extras_require : {};
	const tests = listOf$1(tests_require);
	const root = typeof package_dir === "object" && !Array.isArray(package_dir) ? package_dir[""] : void 0;
	return {
		source: "setup.py",
		...typeof name === "string" ? { name } : {},
		requirements: listOf$1(install_requires),
		extras: {
			...tests.length > 0 ? { tests_require: tests } : {},
			...Object.fromEntries(Object.entries(sets).map(([set, list]) => [set, listOf$1(list)]))
		},
		...typeof python_requires === "string" ? { python: python_requires } : {},
		isWhole: !names || install_requires !== void 0 && isComplete(install_requires),
		files: [...text.matchAll(/["']([\w./-]+\.(?:txt|in|pip))["']/g)].flatMap(([, path]) => path ?? []),
		folders: typeof root === "string" ? [root] : []
	};
}
function isComplete(value) {
	return Array.isArray(value) ? value.every(isComplete) : value !== void 0;
}
/** A text may have one requirement a line. */
function listOf$1(value) {
	return plainRequirements([value].flat().filter((one) => typeof one === "string").flatMap((one) => one.split("\n")));
}
/** Those by name, which mean the same wherever they stand; one a line. */
function plainRequirements(requirements) {
	return requirements.map((one) => one.replace(/(?:^|\s)#.*$/, "").trim()).filter((one) => requirementName(one).length > 0 && !/[\n\r\\`${}]|@\s*file:/.test(one));
}
/**
* What is needed to test a project: its own requirements, and a set that serves tests, best one that has pytest; and the
* sets in `asked`, in pip's spelling.
*/
function forTests(declared, asked = []) {
	const { requirements, extras } = declared;
	const sets = Object.keys(extras).map((set) => ({
		set,
		lines: linesOf$1(declared, set)
	}));
	const chosen = sets.find(({ set, lines }) => isForTests(set) && hasPytest(namesIn(lines))) ?? sets.find(({ lines }) => hasPytest(namesIn(lines)));
	const lines = [chosen, ...sets.filter((one) => one !== chosen && (isForTests(one.set) || asked.includes(normalName(one.set))))].flatMap((one) => one?.lines ?? []);
	return [.../* @__PURE__ */ new Set([...expanded(declared, requirements, []), ...lines])];
}
/** The requirements of a set; where it names the project itself, as in `shop[plot]`, those of that set too. */
function linesOf$1(declared, set) {
	return expanded(declared, declared.extras[set] ?? [], [set]);
}
function expanded(declared, lines, seen) {
	const own = requirementName(declared.name ?? "")[0];
	return lines.flatMap((line) => {
		if (own === void 0 || requirementName(line)[0] !== own) return [line];
		const wanted = (/\[([^\]]*)\]/.exec(line)?.[1] ?? "").split(",").map((set) => set.trim());
		const isNew = (set) => !seen.includes(set);
		return wanted.filter(isNew).flatMap((set) => expanded(declared, declared.extras[set] ?? [], [...seen, set]));
	});
}
function isForTests(set) {
	return /^(?:tests?|testing|tests_require)$/i.test(set);
}
/** Names of packages, in pip's spelling. */
function namesIn(requirements) {
	return readRequirements(requirements.join("\n")).names;
}
/** Whether pytest is among packages; its plugins bring it along, but for the one that only starts it. */
function hasPytest(names) {
	return names?.some((name) => name === "pytest" || name.startsWith("pytest-") && name !== "pytest-runner") === true;
}
// src/init/pyproject.ts
/** Reads what a pyproject.toml names; whatever has another shape than it should have counts as absent. */
function readPyproject(toml) {
	const project = table(toml.project);
	const poetry = table(table(toml.tool).poetry);
	const python = [table(poetry.dependencies).python, project["requires-python"]].find(isText);
	const uv = table(table(toml.tool).uv);
	const dynamic = texts(project.dynamic);
	const name = isText(project.name) ? normalName(project.name) : void 0;
	const ownPackages = ownNames(project, poetry, uv).filter((own) => own !== name);
	const groups = {
		...standardGroups(table(toml["dependency-groups"])),
		...poetryGroups(poetry),
		...uvGroup(toml)
	};
	return {
		hasProject: "project" in toml,
		...name === void 0 ? {} : { name },
		isDynamic: dynamic.includes("dependencies"),
		isWhole: ownPackages.length === 0 && !("workspace" in uv) && !dynamic.some((field) => /dependencies$/.test(field)),
		...python === void 0 ? {} : { python },
		packages: [...texts(project.dependencies).flatMap(requirementName), ...poetryNames(poetry.dependencies)],
		extras: {
			...sets(table(project["optional-dependencies"])),
			...poetryExtras(table(poetry.extras))
		},
		groups,
		defaultGroups: defaultGroups(toml, Object.keys(groups)),
		isPackage: "build-system" in toml && uv.package !== false && poetry["package-mode"] !== false,
		ownPackages,
		isPoetry: [
			"dependencies",
			"group",
			"dev-dependencies"
		].some((name) => name in poetry),
		unread: unreadTables(table(toml.tool)),
		declared: declaredIn(toml, name),
		ofTools: toolRequirements(table(toml.tool)),
		extrasOfTools: hatchEnvironments(table(toml.tool)).flatMap((one) => texts(one.features))
	};
}
/** Those that Hatch may run tests in: of the usual names, or where none of them has pytest, the first one that has it, too. */
function hatchEnvironments({ hatch }) {
	const environments = table(table(hatch).envs);
	const usual = [
		"default",
		"test",
		"tests",
		"hatch-test"
	].map((name) => table(environments[name]));
	const testing = [...usual, ...Object.values(environments).map(table)].find((one) => hasPytest(namesIn(hatchPackages(one))));
	return testing === void 0 || usual.includes(testing) ? usual : [...usual, testing];
}
function hatchPackages(environment) {
	return [...texts(environment.dependencies), ...texts(environment["extra-dependencies"])];
}
function toolRequirements(tool) {
	const ofPdm = Object.values(table(table(tool.pdm)["dev-dependencies"])).map(texts);
	return plainRequirements([...hatchEnvironments(tool).flatMap(hatchPackages), ...ofPdm.find((list) => hasPytest(namesIn(list))) ?? []]);
}
/** What a build would tell may stand in files that setuptools or a plugin of hatchling reads. */
function declaredIn(toml, name) {
	const project = table(toml.project);
	const tool = table(toml.tool);
	const setuptools = table(tool.setuptools);
	const dynamic = table(table(setuptools.dynamic).dependencies).file;
	const hook = table(table(table(tool.hatch).metadata).hooks).requirements_txt;
	const poetryFolders = [table(tool.poetry).packages].flat().map((one) => table(one).from);
	const sets = Object.entries({
		...table(project["optional-dependencies"]),
		...table(toml["dependency-groups"])
	});
	return {
		source: "pyproject.toml",
		...name === void 0 ? {} : { name },
		requirements: plainRequirements(texts(project.dependencies)),
		extras: Object.fromEntries(sets.map(([set, list]) => [set, plainRequirements(texts(list))])),
		isWhole: true,
		files: [...texts([dynamic].flat()), ...texts(table(hook).files)],
		folders: [...texts(table(table(setuptools.packages).find).where), ...texts([table(setuptools["package-dir"])[""], ...poetryFolders])]
	};
}
/** A value as a table; an empty one where it is none. */
function table(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
/** The texts of a list; none where it is none. */
function texts(value) {
	return Array.isArray(value) ? value.filter(isText) : [];
}
function isText(value) {
	return typeof value === "string";
}
function sets(tables) {
	return plainSets(tables, (list) => texts(list).flatMap(requirementName));
}
/** Only names that mean nothing to a shell come into a Dockerfile. */
function plainSets(tables, names) {
	const plain = Object.entries(tables).filter(([name]) => /^[A-Za-z0-9][\w.-]*$/.test(name));
	return Object.fromEntries(plain.map(([name, value]) => [name, names(value)]));
}
/** A group may include others. */
function standardGroups(groups) {
	const namesOf = (value, within) => {
		if (!Array.isArray(value) || within.includes(value)) return [];
		return value.flatMap((entry) => {
			const included = table(entry)["include-group"];
			return isText(included) ? namesOf(groups[included], [...within, value]) : texts([entry]).flatMap(requirementName);
		});
	};
	return plainSets(groups, (value) => namesOf(value, []));
}
function poetryGroups(poetry) {
	return plainSets({
		..."dev-dependencies" in poetry ? { dev: { dependencies: poetry["dev-dependencies"] } } : {},
		...table(poetry.group)
	}, (group) => poetryNames(table(group).dependencies));
}
function poetryNames(dependencies) {
	return Object.entries(table(dependencies)).flatMap(([name, wish]) => name === "python" || table(wish).optional === true ? [] : [normalName(name)]);
}
/** Packages that are taken from folders: of a workspace, by their paths, or as `lib @ file:…`. */
function ownNames(project, poetry, uv) {
	const groups = Object.values(table(poetry.group)).map((group) => table(group).dependencies);
	const sources = [
		uv.sources,
		poetry.dependencies,
		poetry["dev-dependencies"],
		...groups
	].flatMap((wishes) => Object.entries(table(wishes)).flatMap(([name, wish]) => [wish].flat().some((one) => "path" in table(one) || table(one).workspace === true) ? [normalName(name)] : []));
	const byAddress = texts(project.dependencies).filter((requirement) => /@\s*file:/.test(requirement));
	return [.../* @__PURE__ */ new Set([...sources, ...byAddress.flatMap(requirementName)])];
}
function poetryExtras(extras) {
	return plainSets(extras, (list) => texts(list).map(normalName));
}
/** From before there were groups. */
function uvGroup(toml) {
	const old = texts(table(table(toml.tool).uv)["dev-dependencies"]);
	return old.length === 0 ? {} : { dev: old.flatMap(requirementName) };
}
function unreadTables(tool) {
	const environments = Object.values(table(table(tool.hatch).envs)).map(table);
	return [
		..."pixi" in tool ? ["[tool.pixi]"] : [],
		..."dev-dependencies" in table(tool.pdm) ? ["[tool.pdm.dev-dependencies]"] : [],
		...environments.some((one) => "dependencies" in one || "extra-dependencies" in one) ? ["[tool.hatch.envs]"] : []
	];
}
function defaultGroups(toml, groups) {
	const { uv, poetry } = table(toml.tool);
	if (uv === void 0 && poetry !== void 0) return groups.filter((name) => table(table(table(poetry).group)[name]).optional !== true);
	const wish = table(uv)["default-groups"];
	return wish === "all" ? groups : wish === void 0 ? ["dev"] : texts(wish);
}
// src/init/workspace.ts
/** Those that a project is made of. */
function ownMembers(pyproject, members) {
	if (pyproject === void 0) return [];
	return [.../* @__PURE__ */ new Set([...workspaceMembers(pyproject, members), ...localMembers(pyproject, members)])];
}
/**
* A project's packages with those of its members; uv reads what the members of its workspace name, too. Fails with a
* sentence where only a lock file has these.
*/
function withMembers(packages, pyproject, members) {
	const ownPackages = packages.ownPackages.filter((name) => !members.some((member) => memberName(member) === name));
	const inWorkspace = pyproject ? workspaceMembers(pyproject, members) : [];
	if (packages.kind === "pyproject" && inWorkspace.length > 0) throw new UserError("pyproject.toml has a workspace, and only a lock file has the packages of all its members: call \"uv lock\", then init again.");
	if (packages.kind !== "uv" || inWorkspace.length === 0) return {
		...packages,
		ownPackages
	};
	const installed = inWorkspace.map((member) => readPyproject(member.pyproject)).flatMap(({ packages: always, groups, defaultGroups }) => [...always, ...defaultGroups.flatMap((name) => groups[name] ?? [])]);
	return {
		...packages,
		files: [...packages.files, ...inWorkspace.map(({ folder }) => `${folder}/pyproject.toml`)],
		hasPytest: packages.hasPytest || hasPytest(installed),
		ownPackages,
		isWorkspace: true
	};
}
/** Those that belong to the workspace of a pyproject.toml. */
function workspaceMembers(pyproject, members) {
	const { members: patterns, exclude } = table(table(table(pyproject.tool).uv).workspace);
	const isIn = (folder, list) => texts(list).some((pattern) => fits(folder, pattern));
	return members.filter(({ folder }) => isIn(folder, patterns) && !isIn(folder, exclude));
}
/** Those that it takes by their paths. */
function localMembers(pyproject, members) {
	const { uv, poetry } = table(pyproject.tool);
	const groups = Object.values(table(table(poetry).group)).map((group) => table(group).dependencies);
	const paths = [
		table(uv).sources,
		table(poetry).dependencies,
		table(poetry)["dev-dependencies"],
		...groups
	].flatMap((one) => Object.values(table(one)).flat()).flatMap((wish) => {
		const { path } = table(wish);
		return typeof path === "string" ? [path.replace(/^\.\/|\/$/g, "")] : [];
	});
	return members.filter(({ folder }) => paths.includes(folder));
}
/** The folder that a member's code is imported from. */
function codeFolder({ folder, hasSourceFolder }) {
	return hasSourceFolder ? `${folder}/src` : folder;
}
/** The name of a member's package, in pip's spelling. */
function memberName({ pyproject }) {
	const name = table(pyproject.project).name ?? table(table(pyproject.tool).poetry).name;
	return typeof name === "string" ? normalName(name) : void 0;
}
function fits(folder, pattern) {
	const names = pattern.replace(/^\.\/|\/$/g, "").split("/");
	const parts = folder.split("/");
	return (names.includes("**") || names.length === parts.length) && asPathPattern(names)(parts);
}
// src/init/code.ts
/** Folders that modules are imported from, relative to the project; the first one, empty, is the project's own. */
function codeFolders$1({ files, hasSourceFolder, django }, pyproject, { source }, members, settings) {
	const plain = [
		"",
		...hasSourceFolder ? ["src"] : [],
		...pyproject?.declared.folders ?? [],
		...readSetuptools(files)?.folders ?? [],
		...members.map(codeFolder),
		...django ? [django.folder] : [],
		requirementsFile(source)?.root ?? "",
		...settings?.pythonpath ?? []
	].map((folder) => folder.replace(/^\.\/|\/$/g, "").replace(/^\.$/, ""));
	return [...new Set(plain.filter((folder) => folder === "" || /^\w[\w-]*(?:\/\w[\w-]*)*$/.test(folder)))];
}
// src/init/copies.ts
/** What somebody's Dockerfile copies by name, though a .dockerignore would leave it out; undefined where that can't be told. */
function ignoredCopies(dockerfile, dockerignore) {
	const ignore = readIgnore(dockerignore);
	const named = (source) => source.replace(/[*?]/g, "").replace(/^(?:\.?\/)+|\/+$/g, "");
	const sources = readAllCopies(dockerfile)?.flatMap((copy) => copy.sources);
	return sources && [...new Set(sources)].filter((source) => named(source) !== "" && ignore.ignores(named(source)));
}
/** Of such a Dockerfile, which gets no .dockerignore. */
function copyNotes(copied) {
	if (copied?.length === 0) return [];
	return [`No .dockerignore is written, as ${copied ? `the Dockerfile copies ${copied.map(quoted).join(" and ")}` : "it can't be told what the Dockerfile copies"}: list in one what the share stage should not get, such as .git.`];
}
/** Above this, a build context and an image are slow. */
const BIG$1 = 2e8;
/** Of big data that the share stage takes along. */
function sizeNotes(sizes, dockerignore, dockerfile, shareTarget) {
	if (!(readCopies(dockerfile, shareTarget.toLowerCase(), []) ?? []).some(({ sources }) => sources.some((source) => /^\.?\/?$/.test(source)))) return [];
	const ignore = readIgnore(dockerignore);
	const tops = Object.keys(sizes).filter((path) => !path.includes("/") && !ignore.ignores(path));
	if (tops.reduce((sum, path) => sum + (sizes[path] ?? 0), 0) < BIG$1) return [];
	return [`"COPY . ." takes ${tops.map((path) => `${quoted(narrowed(path, sizes))} (${byteSize(sizes[path] ?? 0)})`).join(", ")} into the share image: what is too big or too private to give away belongs into .dockerignore.`];
}
/** The innermost folder that has nearly all of it. */
function narrowed(path, sizes) {
	const inside = Object.keys(sizes).find((other) => other.startsWith(`${path}/`) && !other.slice(path.length + 1).includes("/") && (sizes[other] ?? 0) > .9 * (sizes[path] ?? 0));
	return inside === void 0 ? path : narrowed(inside, sizes);
}
// src/init/own-lines.ts
/** What is copied is kept, to be told from what the build makes of a second copy. */
const [COPIED, BUILT] = ["/opt/own", "/tmp/own"];
/**
* Leaves of the package what the build has made: the code is mounted elsewhere, and what is no longer there must not be
* found here. A package whose folder is there is asked for its parts only there, so that the others need a finder, as
* editable installations of compiled packages have one.
*/
const KEEP_WHAT_IS_BUILT = `import csv, pathlib, shutil, sysconfig

site = pathlib.Path(sysconfig.get_path("platlib"))
copied = ["/" + path.relative_to("${COPIED}").as_posix() for path in pathlib.Path("${COPIED}").rglob("*") if path.is_file()]
[origin] = [path for path in site.glob("*.dist-info/direct_url.json") if "file://${BUILT}" in path.read_text()]
for name, *_ in csv.reader(origin.with_name("RECORD").read_text().splitlines()):
    if any(path.endswith("/" + name) for path in copied):
        (site / name).unlink()
        shutil.rmtree((site / name).parent / "__pycache__", ignore_errors=True)
        for folder in (site / name).parents:
            if any(folder.iterdir()):
                break
            folder.rmdir()
(site / "built_parts.pth").write_text("import built_parts")
(site / "built_parts.py").write_text('''
import importlib.machinery, os, sys

class BuiltParts:
    """Finds what was built of a package whose code is elsewhere."""
    def find_spec(name, path=None, target=None):
        folder = os.path.join(os.path.dirname(__file__), *name.split(".")[:-1])
        spec = path and importlib.machinery.PathFinder.find_spec(name, [folder])
        return spec if spec and spec.origin else None

sys.meta_path.append(BuiltParts)
''')`;
/**
* Lines that install what the build makes; `install` is a RUN that installs what follows to `environment`, `copy` makes
* lines that copy. A program that a test starts may get a PYTHONPATH of its own, so that a .pth file names `code`, the
* folders that modules are imported from, as that of an editable installation does.
*/
function ownLines({ copies, touched, versionVariable, needs, cythonized, plain, hasSources }, install, environment, code, copy) {
	const folders = [...new Set(touched.map((path) => path.split("/").slice(0, -1).join("/")))].filter((path) => path !== "");
	const made = [...folders.length > 0 ? [`mkdir -p ${folders.join(" ")}`] : [], ...touched.length > 0 ? [`touch ${touched.join(" ")}`] : []];
	const isUv = /uv pip/.test(install);
	const options = [
		"--no-deps",
		...isUv && hasSources ? ["--no-sources"] : [],
		...isUv ? [] : ["--use-pep517"],
		...needs.length > 0 ? ["--no-build-isolation"] : []
	].join(" ");
	return [
		`# What the build of your own package makes: metadata, commands, plugins${plain ? "" : ", a version file, compiled parts"}. Only files`,
		"# that the build reads are copied. The code is not kept here: it is found where it is mounted.",
		...copy(copies, COPIED),
		...made.length > 0 ? [`RUN cd ${COPIED} && ${made.join(" && ")}`] : [],
		...versionVariable === void 0 ? [] : ["# git, which has the version, is not there.", `ARG ${versionVariable}=0.1.0.dev0`],
		...needs.length > 0 ? [`${install} ${needs.join(" ")}`] : [],
		...cythonized.length > 0 ? [`${install} cython`, `RUN cd ${COPIED} && ${cythonized.map(({ path, isCpp }) => `cython ${isCpp ? "--cplus " : ""}${path}`).join(" && ")}`] : [],
		...plain ? [`${install} ${options} ${COPIED} && \\`, `    cd ${environment}/lib/python*/site-packages && rm -rf ${plain.join(" ")} && printf '%s\\n' ${code.join(" ")} > own_code.pth`] : [
			install.replace(/(?=(?:uv )?pip install)/, `cp -r ${COPIED} ${BUILT} && \\\n    `) + ` ${options} ${BUILT} && rm -r ${BUILT}`,
			"RUN python <<'END'",
			KEEP_WHAT_IS_BUILT,
			`(site / "own_code.pth").write_text("${code.map((folder) => `${folder}\\n`).join("")}")`,
			"END"
		]
	];
}
// src/init/dockerfile.ts
const WORKDIR = "/usr/src/app";
const PIP_CACHE = "--mount=type=cache,target=/root/.cache/pip";
const UV_CACHE = "--mount=type=cache,target=/root/.cache/uv";
/** Text of a Dockerfile with the stages dev and share, for somebody who may never have read one. */
function dockerfileText(facts) {
	const { packages, python, added, own, djangoSettings } = facts;
	const { before, after, add } = RECIPES[packages.kind](packages);
	const isConda = packages.kind === "environment";
	const lines = [
		"# dev: Python and your packages, without your code, which is mounted instead. You work and test in it.",
		...isConda ? [] : [`# ${python.reason}`],
		`FROM ${isConda ? "mambaorg/micromamba:2" : `python:${python.version}-slim`} AS dev`,
		...isConda ? ["USER root"] : [],
		`WORKDIR ${WORKDIR}`,
		"# What Python prints is seen at once, in a pipe and a log too.",
		"ENV PYTHONUNBUFFERED=1",
		...systemLines(facts),
		...before,
		...codeLines(facts),
		...djangoSettings === void 0 ? [] : [`ENV DJANGO_SETTINGS_MODULE=${djangoSettings}`],
		...own?.isPlugin ? ["# Tests of a plugin read what pytest prints, which would be in colour in a job.", "ENV PY_COLORS=0"] : [],
		"# Only these files are copied here, so that the packages are installed again only when one of them changes.",
		...copyLines(packages.files),
		...after,
		...added.length === 0 ? [] : [`# Runs the tests. Once ${whereAddedGo(packages, added)}, this line can go.`, `${add} ${added.join(" ")}`],
		...own ? ownLines(own, isConda ? PIP_INSTALL : add, isConda ? "/opt/conda" : "/opt/venv", codeFolders(facts), copyLines) : [],
		"",
		"# share: dev plus your code and its tests, to give away. What .dockerignore lists is left out.",
		"FROM dev AS share",
		"COPY . ."
	];
	lines.splice(lines.findIndex((line) => line.startsWith("RUN --mount=type=cache")), 0, "# The cache mount keeps what was downloaded from one build to the next, outside of the image.");
	return `${lines.join("\n")}\n`;
}
const PIP_INSTALL = `RUN ${PIP_CACHE} pip install`;
const VENV = ["# The packages are in a folder of their own, which stays visible when your project is mounted at WORKDIR.", "RUN python -m venv /opt/venv"];
const VENV_PATH = "ENV PATH=\"/opt/venv/bin:$PATH\"";
const VENV_VARIABLES = "ENV VIRTUAL_ENV=/opt/venv PATH=\"/opt/venv/bin:$PATH\"";
const UV = [
	`RUN ${PIP_CACHE} pip install uv`,
	"# Byte code is compiled once, here. Files are copied out of the cache, which is elsewhere.",
	"ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_PYTHON_DOWNLOADS=never"
];
/** The base images empty apt's own cache after each install, so that only its lists are kept. */
const apt = (system) => ["RUN --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\", `    apt-get update && apt-get install --yes --no-install-recommends ${system.join(" ")}`];
/** What is no package of Python, and why it is there. */
function systemLines({ packages: { takesGit }, system: { system, needing }, startsGit, own }) {
	const reasons = [
		...needing.length > 0 ? [`${listOf(needing)} ${needing.length === 1 ? "needs" : "need"} what slim images lack.`] : [],
		...takesGit ? ["Some packages come from git repositories."] : [],
		...startsGit && !takesGit ? ["Some tests start git."] : [],
		...own && own.compilers.length > 0 ? ["Your own package has parts that are compiled."] : []
	];
	const all = [.../* @__PURE__ */ new Set([
		...takesGit || startsGit ? ["git"] : [],
		...system,
		...own?.compilers ?? []
	])];
	if (all.length > 0) return [`# ${reasons.join(" ")}`, ...apt(all)];
	return ["# What is no package of Python, such as git, gcc, or libgomp1 for LightGBM, is installed like this:", ...apt(["git"]).map((line) => `# ${line}`)];
}
const LEFT_OUT = "# Your own code is not here yet: the lines that name it are left out.";
const PIP_LINES = `/^ *${OWN_CODE}/d`;
/** An entry becomes one without meaning to pip, as micromamba takes no list that is empty. */
const CONDA_LINES = `s/^( *- +)\\W?${OWN_CODE}.*/\\1"# left out"/`;
/** Takes the lines for the project's own code out of copied files. */
const leaveOut = (edits, files) => [LEFT_OUT, `RUN sed -i -E '/${ADDRESS}/!{${edits}}' ${join$1(files)}`];
/** A command with more requirements, one a line, and why. */
const withMore = (command, more, reason) => more.length === 0 ? [command] : [`# ${reason}`, [command, ...more.map((one) => quote(one))].join(" \\\n    ")];
const pip = ({ files, requirements, hasOwnCode, kind, also, alsoFrom }) => ({
	before: [...VENV, VENV_PATH],
	after: [...hasOwnCode ? leaveOut(PIP_LINES, files) : [], ...withMore(`RUN ${PIP_CACHE} pip install ${requirements.map((file) => `-r ${file}`).join(" ")}`, kind === "nothing" ? [] : also, `${alsoFrom} names more than ${requirements.join(" and ")}.`)],
	add: `RUN ${PIP_CACHE} pip install`
});
const poetry = ({ groups, extras, ownPackages }) => ({
	before: [
		`RUN ${PIP_CACHE} pip install poetry`,
		...VENV,
		VENV_VARIABLES
	],
	after: [`RUN --mount=type=cache,target=/root/.cache/pypoetry ${words(`poetry install --no-root${ownPackages.length > 0 ? " --no-directory" : ""} --no-interaction --compile`, "--with", groups, "--extras", extras)}`],
	add: `RUN ${PIP_CACHE} pip install`
});
const RECIPES = {
	nothing: pip,
	requirements: pip,
	poetry,
	uv: ({ groups, extras, isWhole, isWorkspace }) => ({
		before: [
			...UV,
			"# The packages are in a folder of their own, which stays visible when your project is mounted at WORKDIR.",
			"# \"uv run\" uses them as they are.",
			"ENV UV_PROJECT_ENVIRONMENT=/opt/venv UV_NO_SYNC=1 VIRTUAL_ENV=/opt/venv PATH=\"/opt/venv/bin:$PATH\""
		],
		after: ["# Exactly what the lock file has: it also holds the version of your project, which may be behind.", `RUN ${UV_CACHE} ${words(`uv sync --frozen ${isWhole ? "--no-install-project" : "--no-install-local"}${isWorkspace ? " --all-packages" : ""}`, "--group", groups, "--extra", extras)}`],
		add: `RUN ${UV_CACHE} uv pip install`
	}),
	pyproject: ({ groups, extras, hasProject, requirements, hasOwnLines, also, alsoFrom }) => {
		const command = words(["uv pip install", ...[...hasProject ? ["pyproject.toml"] : [], ...requirements].map((file) => `-r ${file}`)].join(" "), "--group", groups, "--extra", extras);
		return {
			before: [
				...UV,
				...VENV,
				VENV_VARIABLES
			],
			after: [...hasOwnLines ? leaveOut(PIP_LINES, requirements) : [], ...withMore(`RUN ${UV_CACHE} ${command}`, also, `${alsoFrom} names more, for the tests.`)],
			add: `RUN ${UV_CACHE} uv pip install`
		};
	},
	environment: ({ source, files, hasOwnCode }) => ({
		before: ["ENV PATH=\"/opt/conda/bin:$PATH\""],
		after: [
			...hasOwnCode ? leaveOut(`${CONDA_LINES};${PIP_LINES}`, files) : [],
			`RUN --mount=type=cache,target=/opt/conda/pkgs ${PIP_CACHE} \\`,
			`    micromamba install --yes --name base --file ${source}`
		],
		add: "RUN --mount=type=cache,target=/opt/conda/pkgs micromamba install --yes --name base --channel conda-forge"
	})
};
function words(command, groupOption, groups, extraOption, extras) {
	return [command, ...[...groups.map((name) => `${groupOption} ${name}`), ...extras.map((name) => `${extraOption} ${name}`)]].join(" ");
}
/** Unlike pytest's settings, a variable also serves notebooks, and programs that are started by tests or by hand. */
function codeLines(content) {
	return ["# Your own code is found where it is mounted, instead of being installed.", `ENV PYTHONPATH=${codeFolders(content).join(":")}`];
}
/** Those that modules are imported from, in the image. */
function codeFolders({ folders }) {
	return folders.map((folder) => folder === "" ? WORKDIR : `${WORKDIR}/${folder}`);
}
/** One COPY for each folder, to the same place in another one. */
function copyLines(files, to = ".") {
	const folders = /* @__PURE__ */ new Map();
	for (const file of files) {
		const folder = `${to}/${file.endsWith("/") ? file : file.split("/").slice(0, -1).join("/")}/`.replace(/\/+$/, "/").replace(/^\.\/(?=.)/, "");
		folders.set(folder, [...folders.get(folder) ?? [], file]);
	}
	return [...folders].map(([folder, paths]) => {
		const all = [...paths, folder];
		return `COPY ${all.some((path) => path.includes(" ")) ? JSON.stringify(all).replaceAll("\",\"", "\", \"") : all.join(" ")}`;
	});
}
function whereAddedGo({ kind, source }, added) {
	const verb = added.length === 1 ? "is" : "are";
	if (kind === "uv") return `${listOf(added)} ${verb} in the lock file ("uv add --dev ${added.join(" ")}")`;
	if (kind === "poetry") return `${listOf(added)} ${verb} in the lock file ("poetry add --group dev ${added.join(" ")}")`;
	return `${source} names ${listOf(added)}`;
}
function listOf(names) {
	return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
// src/init/files.ts
/** Patterns of what may be secret. */
const SECRETS = [
	"**/.env",
	"**/.env.*",
	"**/.envrc"
];
/** Patterns of what Python, its tools and systems leave behind. */
const REMAINS = [
	...[
		"**/__pycache__",
		"**/*.pyc",
		"**/.pytest_cache",
		"**/.mypy_cache",
		"**/.ruff_cache",
		"**/.ipynb_checkpoints"
	],
	...[
		"**/.coverage",
		"**/htmlcov",
		"**/.tox",
		"**/.nox",
		"**/*.egg-info",
		"**/node_modules",
		"**/.dvc/cache"
	],
	"**/.DS_Store"
];
/**
* Text of a .dockerignore; `environments` are folders of the project with virtual environments. What looks left behind, but
* is among the files that git has, is somebody's data, such as a test's: no line leaves it out.
*/
function dockerignoreText(environments, tracked) {
	const others = environments.filter((name) => ![".venv", "venv"].includes(name));
	const remains = REMAINS.filter((pattern) => !tracked.some(readIgnore(pattern).ignores));
	return `# What the share stage does not get. Add data that is too big or too private to give away.

# git's own files, and what may be secret
.git
${SECRETS.join("\n")}

# virtual environments of this machine
**/.venv
**/venv
**/.pixi
${lines(others)}
# what editors, Python, its tools and systems leave behind
**/.idea
**/.vscode
${lines(remains)}`;
}
function lines(patterns) {
	return patterns.map((pattern) => `${pattern}\n`).join("");
}
/** Of files that git has, and that a .dockerignore of ours leaves out as they may be secret. */
function secretNotes(tracked) {
	const [first, ...others] = tracked.filter(readIgnore(SECRETS.join("\n")).ignores);
	if (first === void 0) return [];
	const more = others.length > 0 ? ` (and ${others.length} more)` : "";
	return [`The share image does not get ${quoted(first)}${more}, as it may hold secrets: if it holds none, and tests need it, add "!${first}" at the end of .dockerignore.`];
}
/** How a pytest.ini begins, so that it can be told from one of somebody's own. */
const SETTINGS_START = "[pytest]\n# Tests can import your modules from ";
/** Text of a pytest.ini. */
function pytestText({ folders, testpaths, patterns, djangoSettings, options }) {
	const values = [
		["pythonpath", folders.map((folder) => folder || ".").join(" ")],
		["testpaths", testpaths],
		["python_files", patterns?.join(" ")],
		["DJANGO_SETTINGS_MODULE", djangoSettings],
		["addopts", options.length === 0 ? void 0 : options.join(" ")]
	];
	return `${SETTINGS_START}${folders.length > 1 ? "these folders" : "this folder"}.
${values.flatMap(([name, value]) => value === void 0 ? [] : [`${name} = ${value}\n`]).join("")}`;
}
/**
* Text of the workflow that runs the tests, also those of pull requests, so it may only read. `context` is the project's
* folder in the repository, empty for the repository itself; `dependencies` are the files that make the cache key, where
* the action would not find them; `hasLfs` where some of its files are in Git LFS.
*/
function testText(context, dependencies = [], hasLfs = false) {
	return `name: tests
on:
  push:
    branches: ["**"] # a tag is tested where it is published
  pull_request:

permissions:
  contents: read

jobs:
  test:
${stepsText([...contextLines(context), ...dependencies.length === 0 ? [] : ["cache-dependency-path: |", ...dependencies.map((path) => `  ${path}`)]], hasLfs)}`;
}
/** Text of the workflow that publishes a tag, of the same project. No pull request starts it. */
function publishText(context, hasLfs = false) {
	return `name: publish
on:
  push:
    tags: ["v*"]

permissions:
  contents: read
  packages: write

concurrency: ${yamlText(named("publish", context))}

jobs:
  publish:
${stepsText(contextLines(context), hasLfs)}`;
}
/** The rest of a workflow's only job, with these lines as the action's inputs. */
function stepsText(inputs, hasLfs) {
	return `    runs-on: ubuntu-latest
    timeout-minutes: 30
    steps:
      - uses: actions/checkout@v7
        with:
          persist-credentials: false
${hasLfs ? "          lfs: true\n" : ""}      # In place of OWNER, write whose dev-in-docker you use.
      - uses: OWNER/dev-in-docker@v1
${inputs.length === 0 ? "" : `        with:\n${inputs.map((line) => `          ${line}\n`).join("")}`}`;
}
function contextLines(context) {
	return context === "" ? [] : [`context: ${yamlText(context)}`];
}
/** Most words need no quotes; what JSON has in quotes means the same in YAML. */
function yamlText(text) {
	return /^[A-Za-z_][\w/-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
}
/** Whether a workflow has a step that uses the action for this project. */
function usesAction(workflow, context) {
	return workflow.split(/^[ \t]*-\s/m).filter((step) => /^[ \t]*uses:[ \t]*["']?[^\s#]*\/dev-in-docker@/m.test(step)).some((step) => {
		const [, written = ""] = /^[ \t]*context: *(.*)$/m.exec(step) ?? [];
		const value = written.replace(/\s#.*/, "").trim();
		return value.replace(/^(["'])(.*)\1$/, "$2").replace(/^\.(?:\/|$)|\/$/g, "") === context || value === yamlText(context);
	});
}
/** Whether a workflow gives any of its jobs the right to publish on ghcr.io. */
function mayPublish(workflow) {
	return /^[^#\n]*(?:\bpackages:[ \t]*write|\bpermissions:[ \t]*write-all)\b/m.test(workflow);
}
/**
* Path of a workflow's file in the repository; each project has its own, which take the place of none of the other
* workflows.
*/
function workflowPath(kind, context, others) {
	const taken = others.map((other) => other.toLowerCase());
	const beside = kind === "test" ? "dev-in-docker" : `dev-in-docker-${kind}`;
	for (let count = 0;; count++) {
		const path = `.github/workflows/${named([kind, beside][count] ?? `${beside}-${count}`, context)}.yml`;
		if (!taken.includes(path)) return path;
	}
}
/** A name that tells whose it is, where a repository has several projects. */
function named(name, context) {
	const slug = context.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
	return slug === "" ? name : `${name}-${slug}`;
}
/** Text of a requirements.txt for a project without one; `source` is the file that these come from, empty for none. */
function requirementsText(requirements, source) {
	return `# The packages of this project, one a line. With a version, such as numpy==2.4.6, everybody gets the same.
${source === "" ? "" : `# These are from ${source}, which is not read here: change both.\n`}${requirements.join("\n")}
`;
}
// src/init/packages.ts
/** Files that name packages, but that nothing is installed from. */
const UNREAD_FILES = [
	...[
		"pylock.toml",
		"pdm.lock",
		"pixi.toml",
		"Pipfile",
		"setup.py",
		"setup.cfg"
	],
	...[
		"environment-dev.yml",
		"environment-dev.yaml",
		"env.yml",
		"env.yaml"
	],
	...[
		"conda.yml",
		"conda.yaml",
		"conda-env.yml",
		"conda-env.yaml"
	]
];
/** Names of sets that serve tests, besides those that have pytest. */
const TEST_NAMES = [
	"test",
	"tests",
	"testing"
];
/** A requirements.txt that is still to be written, and names pytest. */
const NOTHING = {
	kind: "nothing",
	source: "requirements.txt",
	files: ["requirements.txt"],
	requirements: ["requirements.txt"],
	constraints: [],
	extras: [],
	groups: [],
	hasPytest: true,
	names: ["pytest"],
	also: ["pytest"],
	alsoFrom: "",
	takesGit: false,
	hasOwnCode: false,
	hasOwnLines: false,
	ownPackages: [],
	hasProject: false,
	isWhole: false,
	isWorkspace: false
};
/**
* Decides what a project's packages are installed from: the most exact of its files. Fails with a sentence where only a
* lock file would tell what is the project's own code among them.
*/
function findPackages(files, pyproject) {
	return withTools(findSource(files, pyproject), files, pyproject);
}
/** Where no file names pytest, tools that run the tests may know what these need: tox, Hatch or PDM. */
function withTools(packages, files, pyproject) {
	const isListed = packages.kind === "nothing";
	const isTold = isListed ? hasPytest(namesIn(packages.also.filter((one) => one !== "pytest"))) : packages.hasPytest || !["requirements", "pyproject"].includes(packages.kind);
	const ofTox = plainRequirements(toxList(files, "deps"));
	const [source, found] = ofTox.length > 0 ? ["tox.ini", ofTox] : ["pyproject.toml", pyproject?.ofTools ?? []];
	const known = isListed ? packages.names.filter((name) => name !== "pytest") : packages.names;
	const more = found.filter((one) => !requirementName(one).some((name) => known.includes(name)));
	if (isTold || more.length === 0) return packages;
	const also = [...packages.also.filter((one) => one !== "pytest"), ...more];
	const names = [...known, ...namesIn(more)];
	return {
		...packages,
		also: isListed && !hasPytest(names) ? [...also, "pytest"] : also,
		alsoFrom: packages.also.length === 0 || packages.alsoFrom === "" ? source : `${packages.alsoFrom} and ${source}`,
		names: isListed && !hasPytest(names) ? [...names, "pytest"] : names,
		hasPytest: isListed || hasPytest(names)
	};
}
/** A value of tox's as it is for all environments. */
function toxList(files, key) {
	return valueIn(sectionOf(files["tox.ini"] ?? "", "testenv") ?? "", key) ?? [];
}
function findSource(files, pyproject) {
	if (pyproject && "uv.lock" in files) return locked("uv", "uv.lock", files, pyproject);
	if (pyproject && "poetry.lock" in files) return locked("poetry", "poetry.lock", files, pyproject);
	const declared = declaredBy(files, pyproject);
	const requirements = "requirements.txt" in files ? fromRequirements("requirements.txt", files, declared) : void 0;
	const hasPackages = pyproject !== void 0 && namesPackages(pyproject) && !isElsewhere(pyproject, declared);
	const isEmpty = requirements?.hasOwnCode === true && readAll(files, requirements.requirements).names.length === 0;
	if (requirements && !(isEmpty && hasPackages)) return requirements;
	const environment = ["environment.yml", "environment.yaml"].find((name) => name in files);
	if (environment !== void 0) return fromEnvironment(environment, files);
	if (!hasPackages) return fromOthers(files, declared);
	const packages = pyproject.isPoetry ? locked("poetry", "pyproject.toml", files, pyproject) : fromPyproject(files, pyproject);
	requireLock(packages, pyproject);
	return packages;
}
/** What a project declares as a package: in [project], unless that leaves it to setuptools. */
function declaredBy(files, pyproject) {
	const setuptools = readSetuptools(files);
	if (!pyproject?.hasProject) return setuptools;
	const { declared, isDynamic } = pyproject;
	if (!isDynamic || declared.files.length > 0 || setuptools === void 0) return declared;
	return {
		...setuptools,
		extras: {
			...setuptools.extras,
			...declared.extras
		}
	};
}
/** Whether the packages of a pyproject.toml that leaves them to a build are known nevertheless. */
function isElsewhere({ isDynamic }, declared) {
	return isDynamic && declared !== void 0 && (declared.requirements.length > 0 || declared.files.length > 0);
}
/** Of a project with neither lock nor requirements.txt: what setuptools reads, else files of requirements in other places. */
function fromOthers(files, declared) {
	const listed = declared === void 0 ? [] : forTests(declared);
	const all = requirementsFiles(Object.keys(files));
	const named = all.find(({ path }) => declared?.files.some((one) => path === one || path.endsWith(`/${one}`)));
	if (declared && named && declared.requirements.length === 0) return fromRequirements(named.path, files, declared);
	const [forThem] = hasPytest(namesIn(listed)) ? [] : requirementsForTests("", [], files);
	if (declared && forThem !== void 0) return fromRequirements(forThem, files, declared);
	if (declared && declared.requirements.length > 0) {
		const also = hasPytest(namesIn(listed)) ? listed : [...listed, "pytest"];
		return {
			...NOTHING,
			also,
			alsoFrom: declared.source,
			names: namesIn(also)
		};
	}
	const useful = all.filter(({ purpose }) => purpose !== "other");
	const roots = new Set(useful.map(({ root }) => root));
	const [source] = roots.has("") || roots.size === 1 ? useful : [];
	if (source) return fromRequirements(source.path, files, declared);
	const also = hasPytest(namesIn(listed)) ? listed : [...listed, "pytest"];
	return {
		...NOTHING,
		also,
		alsoFrom: declared?.source ?? "",
		names: namesIn(also)
	};
}
function namesPackages({ hasProject, isPoetry, groups }) {
	return hasProject || isPoetry || Object.keys(groups).length > 0;
}
/** What uv and Poetry install without being asked, and the set with pytest where that isn't among it. */
function locked(kind, source, files, pyproject) {
	const { packages, groups, defaultGroups, extras } = pyproject;
	const isThere = [packages, ...defaultGroups.map((name) => groups[name])].some(hasPytest);
	const named = (sets) => Object.keys(sets).filter((name) => TEST_NAMES.includes(name));
	const others = {
		groups: named(groups).filter((name) => !defaultGroups.includes(name)),
		extras: named(extras)
	};
	const isNamed = isThere || [...others.groups.map((name) => groups[name]), ...others.extras.map((name) => extras[name])].some(hasPytest);
	const group = isNamed ? void 0 : setWithPytest(groups);
	const extra = isNamed || group !== void 0 ? void 0 : setWithPytest(extras);
	return {
		...ofPyproject(kind, source, files, pyproject),
		groups: [...others.groups, ...group === void 0 ? [] : [group]],
		extras: [...others.extras, ...extra === void 0 ? [] : [extra]],
		hasPytest: isNamed || group !== void 0 || extra !== void 0
	};
}
/** Without a lock there is no telling what is installed by default: all that may serve tests. */
function fromPyproject(files, pyproject) {
	const { packages, groups, extras } = pyproject;
	const named = [
		...pyproject.extrasOfTools,
		...toxList(files, "extras").flatMap((line) => line.split(/[\s,]+/)),
		...readRequirements(files["requirements.txt"] ?? "").ownExtras
	];
	const chosen = (sets, asked = []) => Object.keys(sets).filter((name) => TEST_NAMES.includes(name) || asked.includes(name) || asked.includes(normalName(name)) || (name === "dev" || hasPytest(sets[name])) && !isTestsAndMore(sets, name));
	const chosenExtras = chosen(extras, named);
	const sets = [
		packages,
		...chosen(groups).map((name) => groups[name]),
		...chosenExtras.map((name) => extras[name])
	];
	const isThere = sets.some(hasPytest);
	const requirements = isThere ? [] : requirementsForTests("", [], files);
	const { reached, names, takesGit, ...read } = readAll(files, requirements);
	const groupsWithOwn = chosen(groups).filter((name) => isListed(pyproject, name));
	const base = ofPyproject("pyproject", "pyproject.toml", files, pyproject);
	return {
		...base,
		requirements,
		files: [...base.files, ...reached],
		constraints: read.constraints,
		hasOwnLines: read.hasOwnCode,
		groups: chosen(groups).filter((name) => !groupsWithOwn.includes(name)),
		extras: [.../* @__PURE__ */ new Set([...chosenExtras, ...Object.keys(extras).filter((name) => read.ownExtras.includes(normalName(name)))])],
		also: groupsWithOwn.flatMap((name) => linesOf$1(pyproject.declared, name)),
		alsoFrom: "pyproject.toml",
		names: [...sets.flatMap((set) => set ?? []), ...names],
		hasPytest: isThere || hasPytest(names),
		takesGit: base.takesGit || takesGit
	};
}
/** Whether a group names the project itself, which installers would look for elsewhere, and its list is all there is to it. */
function isListed({ name: own, groups, declared }, name) {
	const listed = namesIn(declared.extras[name] ?? []);
	return own !== void 0 && listed.includes(own) && groups[name]?.every((one) => listed.includes(one)) === true;
}
/** Whether a set has all that one for tests has, and nothing else of pytest's: the rest is for documentation and the like. */
function isTestsAndMore(sets, name) {
	const all = sets[name] ?? [];
	return TEST_NAMES.map((test) => sets[test] ?? []).some((tests) => hasPytest(tests) && tests.every((one) => all.includes(one)) && all.every((one) => !hasPytest([one]) || tests.includes(one)));
}
/**
* A lock file has what such packages need; without one, the installer would look into their code. The project itself, as
* in `shop[test]`, uv knows among the extras, but in a group it takes it for a package of that name on PyPI.
*/
function requireLock({ kind, groups, ownPackages }, pyproject) {
	const inGroups = groups.flatMap((name) => pyproject.groups[name] ?? []);
	const own = ownPackages[0] ?? inGroups.find((name) => name === pyproject.name);
	if (own === void 0) return;
	const tool = kind === "poetry" ? "poetry" : "uv";
	throw new UserError(`pyproject.toml names ${quoted(own)}, which is code of yours that is not there yet when dev is built: call "${tool} lock", then init in the folder where ${tool}.lock is.`);
}
function ofPyproject(kind, source, files, pyproject) {
	const { ownPackages, hasProject, isWhole, isPackage } = pyproject;
	return {
		...NOTHING,
		kind,
		source,
		files: [.../* @__PURE__ */ new Set(["pyproject.toml", source])],
		requirements: [],
		names: [
			...lockedNames(files[source] ?? ""),
			...pyproject.packages,
			...Object.values(pyproject.groups).flat()
		],
		also: [],
		takesGit: takesGit(files, source),
		hasOwnCode: isPackage,
		ownPackages,
		hasProject,
		isWhole
	};
}
/** Of a lock file all that it has, of which not all may be installed. */
function lockedNames(lock) {
	return [...lock.matchAll(/^name = "([\w.-]+)"/gm)].flatMap(([, name = ""]) => requirementName(name));
}
function setWithPytest(sets) {
	return Object.keys(sets).find((name) => hasPytest(sets[name]));
}
function fromRequirements(source, files, declared) {
	const { root = "" } = requirementsFiles(Object.keys(files)).find(({ path }) => path === source) ?? {};
	const chosen = [source, ...requirementsForTests(root, [source], files)];
	const { reached, names, ownExtras, ...facts } = readAll(files, chosen);
	const also = (declared ? forTests(declared, ownExtras) : []).filter((one) => !requirementName(one).some((name) => names.includes(name)));
	const all = [...names, ...namesIn(also)];
	return {
		...NOTHING,
		kind: "requirements",
		source,
		files: reached,
		requirements: chosen,
		hasPytest: hasPytest(all),
		also,
		alsoFrom: declared?.source ?? "",
		...facts,
		names: all
	};
}
/**
* Files of requirements that serve tests, besides those that are read already: what is for tests is wanted, whether or not
* pytest is in it; of what is for development, only pytest.
*/
function requirementsForTests(root, read, files, isPytestThere = false) {
	const has = (path, chosen) => readAll(files, [...read, ...chosen]).reached.includes(path);
	const others = requirementsFiles(Object.keys(files)).filter((one) => one.root === root && one.purpose !== "other" && !has(one.path, []));
	const isWithPytest = ({ path }) => hasPytest(readAll(files, [path]).names);
	const tests = others.filter(({ purpose }) => purpose === "test");
	const [first] = [...tests.filter(isWithPytest), ...tests];
	const chosen = first ? [first.path] : [];
	if (isPytestThere || hasPytest(readAll(files, [...read, ...chosen]).names)) return chosen;
	const other = others.find((one) => isWithPytest(one) && !has(one.path, chosen));
	return other ? [...chosen, other.path] : chosen;
}
function fromEnvironment(source, files) {
	const { names, includes, hasOwnCode } = readEnvironment(files[source] ?? "");
	const included = readAll(files, includes);
	return {
		...NOTHING,
		kind: "environment",
		source,
		files: [source, ...included.reached],
		requirements: [],
		hasPytest: hasPytest([...names, ...included.names]),
		names: [...names, ...included.names],
		also: [],
		takesGit: included.takesGit || takesGit(files, source),
		hasOwnCode: included.hasOwnCode || hasOwnCode
	};
}
/** What a conda environment lists, that for pip among it, and files of requirements that it includes. */
function readEnvironment(text) {
	const entry = /^-\s+["']?(?:[\w.-]+::)?(.*?)["']?$/;
	const { names, includes, constraints, hasOwnCode } = readRequirements(text.split(/\r?\n/).flatMap((line) => entry.exec(line.trim())?.[1] ?? []).join("\n"));
	return {
		names,
		includes: [...includes, ...constraints],
		hasOwnCode
	};
}
/** What some files of requirements name, and those that they include. */
function readAll(files, paths) {
	const reached = new Set(paths);
	const required = new Set(paths);
	for (const path of reached) {
		const requirements = readRequirements(files[path] ?? "");
		for (const include of requirements.includes) {
			reached.add(besides(path, include));
			if (required.has(path)) required.add(besides(path, include));
		}
		for (const constraint of requirements.constraints) reached.add(besides(path, constraint));
	}
	const read = [...required].map((path) => readRequirements(files[path] ?? ""));
	return {
		reached: [...reached],
		constraints: [...reached].filter((path) => !required.has(path)),
		names: read.flatMap(({ names }) => names),
		hasOwnCode: read.some(({ hasOwnCode }) => hasOwnCode),
		ownExtras: read.flatMap(({ ownExtras }) => ownExtras),
		takesGit: read.some((one) => one.takesGit)
	};
}
/** A path as a file names it, in the terms of the project; it begins with `..` or `/` where it leads out. */
function besides(file, path) {
	if (path.startsWith("/")) return path;
	const parts = file.split("/").slice(0, -1);
	for (const part of path.split("/")) {
		if (part === "" || part === ".") continue;
		if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
		else parts.push(part);
	}
	return parts.join("/");
}
function takesGit(files, source) {
	return [source, "pyproject.toml"].some((name) => /\bgit\+|\bgit = "|type = "git"/.test(files[name] ?? ""));
}
// src/init/python.ts
/** Where virtual environments say what they are, in the order in which they are asked. */
const ENVIRONMENT_FILES = [
	".venv/pyvenv.cfg",
	"venv/pyvenv.cfg",
	"env/pyvenv.cfg"
];
/** The newest that scientific packages have wheels for: of 3.15, NumPy and SciPy had none when it was new. */
const STANDARD$1 = "3.14";
/** Where the standard one won't do, in this order. */
const OTHERS$1 = [
	"3.13",
	"3.12",
	"3.11",
	"3.10",
	"3.9",
	"3.8",
	"3.7",
	"3.15"
];
/**
* The Python for a project: the one it names, the one it is worked on with, or one that it allows. Fails where what it
* names or allows is none there are images of.
*/
function choosePython(wishes) {
	const { versionFile, range, rangeFile = "pyproject.toml", environments = [], classifiers = [], pin } = wishes;
	const named = versionFile === void 0 ? void 0 : namedVersion(versionFile);
	const isAllowed = (version) => range === void 0 || allows(range, version, rangeFile);
	if (named !== void 0) {
		if (range !== void 0 && !isAllowed(named)) throw new UserError(`.python-version names Python ${named}, but ${rangeFile} wants ${quoted(range)}: change one of them.`);
		return {
			version: named,
			reason: `Python ${named}, as .python-version names it.`,
			isTold: true
		};
	}
	const used = environments.map(usedVersion).find((version) => version !== void 0);
	if (used !== void 0 && isAllowed(used)) return {
		version: used,
		reason: `Python ${used}, as your virtual environment has it.`,
		isTold: true
	};
	if (pin && isAllowed(pin.python)) {
		const reason = `Python ${pin.python}: there is no wheel of ${pin.requirement} for a newer one.`;
		return {
			version: pin.python,
			reason,
			isTold: true
		};
	}
	const tested = classifiers.map(newestClassifier).find((version) => version !== void 0);
	if (tested !== void 0 && isAllowed(tested)) return {
		version: tested,
		reason: `Python ${tested}, the newest that the project says it is for.`,
		isTold: true
	};
	if (range !== void 0) return {
		version: allowedVersion(range, rangeFile),
		reason: `A Python that ${rangeFile} allows.`,
		isTold: true
	};
	return {
		version: STANDARD$1,
		reason: `Python ${STANDARD$1}: scientific packages are ready for it, which they may not yet be for the newest.`,
		isTold: false
	};
}
/** As `Programming Language :: Python :: 3.11`; undefined where none is old enough to say anything. */
function newestClassifier(text) {
	const minors = [...text.matchAll(/Python :: 3\.(\d+)\b/g)].map(([, minor]) => Number(minor));
	const newest = Math.max(-1, ...minors);
	return newest < 7 || newest >= Number(STANDARD$1.slice(2)) ? void 0 : `3.${newest}`;
}
/** The name in a .python-version that is that of an environment of pyenv's, not of a Python; undefined for all others. */
function namedEnvironment(versionFile) {
	const [first] = linesOf(versionFile);
	return first !== void 0 && first !== "system" && namedVersion(versionFile) === void 0 ? first : void 0;
}
function linesOf(versionFile) {
	return versionFile.split(/\r?\n/).map((line) => line.replace(/#.*/, "").trim()).filter((line) => line !== "");
}
/** As venv (`version`), uv and virtualenv (`version_info`) write it; undefined for one that there may be no images of. */
function usedVersion(text) {
	const [, minor = ""] = /^version(?:_info)?\s*=\s*(3\.\d+)\b/m.exec(text) ?? [];
	return [STANDARD$1, ...OTHERS$1].includes(minor) ? minor : void 0;
}
/** Pythons that there are other images of, or none. */
const OTHER_PYTHONS = /^(?:\d|pypy|graalpy|jython|ironpython|stackless|micropython|cpython|python|\$)/i;
/** pyenv and uv know more than versions here: other Pythons, and environments, whose names may say which one they have. */
function namedVersion(text) {
	const lines = linesOf(text);
	for (const line of lines) {
		const [, minor] = /^(?:(?:c?python)?[-@]?)(3\.(?:[7-9]|[1-9]\d))(?:\.\d+)?(?:\/envs\/.*)?$/.exec(line) ?? [];
		if (minor !== void 0) return minor;
		if (line !== "system" && (OTHER_PYTHONS.test(line) || !/^[\w.-]+$/.test(line))) throw new UserError(`.python-version names ${quoted(line)}, which there is no image of Python for: write a version such as ${STANDARD$1} there.`);
	}
}
function allowedVersion(range, file) {
	const version = [STANDARD$1, ...OTHERS$1].find((minor) => allows(range, minor, file));
	if (version !== void 0) return version;
	const [, exact] = /^\s*={2,3}\s*(3\.\d+\.\d+)\s*$/.exec(range) ?? [];
	if (exact !== void 0) return exact;
	throw new UserError(`${file} wants Python ${quoted(range)}, which is none of 3.7 to 3.15: write a range such as ">=3.11".`);
}
/** Whether the newest release of a minor version is allowed; one of them comes as far as `.99` would. */
function allows(range, minor, file) {
	return range.split(/\|\|?/).some((part) => {
		const specifier = asSpecifier(part);
		if (!validRange(specifier)) throw new UserError(`${file} wants Python ${quoted(range)}: write a range such as ">=3.11".`);
		return satisfies(`${minor}.99`, specifier);
	});
}
/** A range as Poetry may write it (`^3.11`, `~3.11`, `3.11.*`, `>=3.10 <4`) in Python's own words. */
function asSpecifier(range) {
	return range.trim().replace(/([<>=!~^])\s+/g, "$1").split(/[\s,]+/).filter((part) => part !== "" && part !== "*").map((part) => {
		const [, sign, major = "", minor] = /^([\^~]?)(\d+)(?:\.(\d+))?(?:\.[\d*]+)*$/.exec(part) ?? [];
		if (sign === void 0) return part;
		if (sign === "^") return `>=${part.slice(1)},<${Number(major) + 1}`;
		return minor === void 0 ? `==${major}.*` : sign === "~" ? `>=${part.slice(1)},==${major}.${minor}.*` : `==${major}.${minor}.*`;
	}).join(",");
}
// src/init/notes.ts
/** Where a project is not a whole repository. */
const WORKFLOW_NOTE = "GitHub looks for workflows only at the repository's top, so that is where those of this project belong. Where several projects publish, each needs an image and a tag-prefix of its own.";
/** Of a workflow that tests and publishes. */
function splitNote(path) {
	return `${path} gives the right to publish to the tests of pull requests: remove it and call init again, which writes two workflows, one that tests and one that publishes.`;
}
/** Of where the packages come from. */
function packageNotes(files, pyproject, packages, own) {
	const { kind, source, hasPytest, hasOwnCode, ownPackages } = packages;
	const unused = unusedSources(files, pyproject, packages);
	const unread = kind === "uv" || kind === "poetry" ? [] : unreadSources(files, pyproject, packages);
	const place = kind === "pyproject" && packages.hasProject ? "[project] in pyproject.toml" : source;
	return [
		...unused.length > 0 ? [`The packages come from ${source}, not from ${unused.join(" or ")}.`] : [],
		...elsewhereNotes(files, packages),
		...unread.map((name) => `${name} is not read: see that ${place} lists the packages which it names.`),
		...hasPytest ? [] : [`${source} does not name pytest, so the Dockerfile installs it: better name it there.`],
		...pyproject && kind === "uv" ? staleNotes(files, pyproject, packages) : [],
		...!own && (hasOwnCode || isPackage$1(files, pyproject)) ? ["The project's own code is not installed in dev, but found through PYTHONPATH: it has no version and no commands of its own there, and what it needs must be listed."] : [],
		...ownPackages.length > 0 ? [`The code of ${ownPackages.join(" and ")} is not installed in dev: add the folders that it is in to PYTHONPATH in the Dockerfile.`] : []
	];
}
/** A project whose installation brings along more than its files. */
function isPackage$1(files, pyproject) {
	return pyproject?.isPackage === true || readSetuptools(files) !== void 0;
}
/** Of projects in folders below this one. */
function elsewhereNotes(files, { kind, files: read, source }) {
	const others = requirementsFiles(Object.keys(files)).filter(({ path, root, purpose }) => root !== "" && purpose === "base" && !read.includes(path));
	const own = requirementsFiles([source]).find(({ root }) => root !== "");
	const projects = kind !== "nothing" ? [] : Object.keys(files).filter((path) => path.endsWith("/pyproject.toml"));
	const unread = [...others, ...projects.map((path) => ({
		path,
		root: path.slice(0, path.lastIndexOf("/"))
	}))];
	return [...own ? [`${own.path} is taken for this project's: for one of its own, write "dev-in-docker init ${own.root}".`] : [], ...unread.slice(0, 3).map(({ path, root }) => `${path} is not read: for a project of its own, write "dev-in-docker init ${root}".`)];
}
/** What a lock file can't have, as it lacks its name. */
function staleNotes(files, { packages, groups, defaultGroups }, { names, source }) {
	const locked = new Set([...(files[source] ?? "").matchAll(/^name = "([^"]+)"/gm)].map(([, name]) => name));
	const asked = [...packages, ...defaultGroups.flatMap((name) => groups[name] ?? [])];
	const missing = [...new Set(asked)].filter((name) => names.includes(name) && !locked.has(name));
	if (missing.length === 0 || locked.size === 0) return [];
	return [`${source} lacks ${missing.join(", ")}, which pyproject.toml names: renew it with "uv lock".`];
}
/** Of a package of the project's own, whose build is asked. */
function ownNotes({ versionVariable, takesCode }) {
	return [...versionVariable === void 0 ? [] : [`The project's version is 0.1.0.dev0 in its image, as git tells it only outside: to publish another one, set the build argument ${versionVariable}.`], ...takesCode ? ["The code of your package is copied for its build, so that every change of the code builds it anew."] : []];
}
/** Of code that has to be built or generated before it can be imported. */
function codeNotes({ files, hasCompiled }, pyproject) {
	const toml = files["pyproject.toml"] ?? "";
	const backend = /^build-backend\s*=\s*["'](?:maturin|mesonpy|scikit_build_core|enscons)\b/m.test(toml);
	const isCompiled = hasCompiled || backend || /\bext_modules\b|\bcythonize\(/.test(files["setup.py"] ?? "");
	const [, version] = /^(?:version[_-]file|write_to)\s*=\s*["']([^"'\n]+)["']/m.exec(pyproject ? toml : "") ?? /\b(?:version_file|write_to)["']?\s*[=:]\s*["']([^"'\n]+)["']/.exec(files["setup.py"] ?? "") ?? [];
	return [...isCompiled ? ["It has compiled parts, which are not built in dev: the tests do not find them."] : [], ...version === void 0 ? [] : [`${version} is written when the project is installed, which it is not in dev: the tests may not find it.`]];
}
/** Of the tests; `smoke` is the path of a first one that is written. */
function testingNotes({ unfound, patterns, django, settings, isTheirs, added, hasNotebooks }, smoke, isOurs) {
	const file = settings?.file;
	const rest = unfound.length > 2 ? ` and ${unfound.length - 1} more` : unfound.length === 2 ? ` and ${unfound[1]}` : "";
	return [
		...smoke === void 0 ? [] : [`No tests were found: ${smoke} only looks whether the packages are there, and says nothing of your code.`],
		...hasNotebooks && isTheirs === false ? ["The notebooks are the tests: each one must run from its first cell to its last."] : [],
		...unfound.length > 0 ? [`pytest does not run ${unfound[0]}${rest}, as ${file} says nothing of such names: add "${settingFor(file, "python_files", patterns ?? [])}" there.`] : [],
		...!isOurs && django && isTheirs && settings?.hasDjango === false ? [`The tests need Django's settings: add "${settingFor(file, "DJANGO_SETTINGS_MODULE", django.settings)}" to ${file}.`] : [],
		...!isOurs && added.some((name) => name !== "pytest") ? [`The tests need ${added.join(" and ")}: see that the Dockerfile installs them.`] : []
	];
}
/** A setting of pytest's as its file has it. */
function settingFor(file, name, value) {
	const toml = () => typeof value === "string" ? `'${value}'` : `[${value.map((one) => `'${one}'`).join(", ")}]`;
	return `${name} = ${file?.endsWith(".toml") ? toml() : [value].flat().join(" ")}`;
}
/** What names packages, but is of no kind that they are installed from. */
function unreadSources(files, pyproject, packages) {
	const setuptools = readSetuptools(files);
	const isAdded = ["nothing", "requirements"].includes(packages.kind);
	const isRead = !setuptools || setuptools.isWhole && (isAdded || setuptools.requirements.length === 0);
	const unread = UNREAD_FILES.filter((name) => {
		const text = files[name];
		if (/^setup\./.test(name) && isRead) return false;
		return text !== void 0 && (!/\.(?:cfg|ya?ml)$/.test(name) || /^(?:install_requires|dependencies)\b/m.test(text));
	});
	const isUsed = packages.kind === "pyproject" && packages.also.length > 0 && packages.alsoFrom === "pyproject.toml";
	return [...unread, ...isUsed ? [] : pyproject?.unread ?? []];
}
/** Other files that name packages too, and that are not used. */
function unusedSources(files, pyproject, used) {
	const known = [
		"uv.lock",
		"poetry.lock",
		...requirementsFiles(Object.keys(files)).flatMap(({ path, root, purpose }) => root === "" && purpose !== "other" ? [path] : []),
		"environment.yml",
		"environment.yaml"
	];
	return (pyproject && pyproject.packages.length > 0 ? [...known, "pyproject.toml"] : known).filter((name) => name in files && !used.files.includes(name));
}
/** Of a version of Python that was taken for want of a word on it. */
function pythonNotes(files, packages, { version, isTold }) {
	if (isTold || packages.kind === "environment") return [];
	const name = namedEnvironment(files[".python-version"] ?? "");
	if (name !== void 0) return [`.python-version names ${quoted(name)}, which is no version: if ${version} is not yours, write the version there, and run "dev-in-docker init --force".`];
	const file = packages.files.find((path) => /^[ \t]*[\w.-]+(?:\[[^\]\n]*\])?[ \t]*={2,3}[ \t]*\d/m.test(files[path] ?? ""));
	if (packages.kind !== "requirements" || file === void 0) return [];
	return [`A version in ${file} that has no wheel for Python ${version} needs an older Python: name it in .python-version, and run "dev-in-docker init --force".`];
}
/** Of a Dockerfile: those of two stages that it lacks. */
function stageNotes(dockerfile, target, shareTarget) {
	const [dev, share] = [target.toLowerCase(), shareTarget.toLowerCase()];
	const { stages, doubt } = readStage(dockerfile, dev, []);
	const words = dockerfile.toLowerCase().split(/\s+/);
	if (stages.length === 0 && doubt !== void 0 && words.some((word, at) => word === "as" && words[at + 1] === dev)) return [];
	if (!stages.includes(dev)) return [`The Dockerfile has no stage ${dev}: write "AS ${dev}" after the FROM of the stage with Python and your packages; docs/existing-dockerfile.md in this command's repository shows how to cut one that is in use.`];
	if (stages.includes(share)) return [];
	return [`The Dockerfile has no stage ${share}: to publish, add the lines "FROM ${dev} AS ${share}" and "COPY . ." below the stage ${dev}, and call init again.`];
}
/** Of a .dockerignore that somebody has written: what it hides from the Dockerfile. */
function ignoreNotes(dockerignore, files) {
	const ignore = readIgnore(dockerignore);
	return files.filter((file) => ignore.ignores(file)).map((file) => `.dockerignore leaves out ${quoted(file)}, which the Dockerfile copies: add the line "!${file}".`);
}
// src/init/own-native.ts
/** Folders that are no part of a package. */
const ASIDE = /^(?:tests?|testing|docs?|doc|examples?|samples?|bench(?:mark)?s?|scripts|tools|ci|notebooks|tutorials?)$/;
/** What makes parts that are compiled. */
const NATIVE = /\.(?:pyx|pxd|pxi|tp|c|cc|cpp|cxx|cu|h|hh|hpp|hxx|inc|tpp|def|S|asm|i|f|for|f90|f95|F90|rs|cmake|in)$/;
const BUILD_FILES = /^(?:CMakeLists\.txt|meson\.build|meson[._]options(?:\.txt)?|Cargo\.(?:toml|lock)|rust-toolchain(?:\.toml)?)$/;
/** Each one is a layer of the image, which has 127 at most. */
const MOST_FOLDERS$1 = 20;
/** Sources of compiled parts: folders without Python as a whole, and of the others what has to do with it. */
function nativeFiles(paths, takesCode) {
	return [...Map.groupBy([...paths].filter((path) => takesCode || !ASIDE.test(path.split("/")[0] ?? "")), (path) => path.includes("/") ? `${path.split("/")[0]}/` : "")].flatMap(([top, inside]) => {
		const native = inside.filter((path) => isNative(path, paths));
		if (native.length === 0) return [];
		const folders = new Set(native.map((path) => path.split("/").slice(0, -1).join("/")));
		const isWhole = takesCode || folders.size > MOST_FOLDERS$1 || !inside.some((path) => path.endsWith(".py"));
		return top !== "" && isWhole ? [top] : native.map(asPatternOfKind);
	});
}
/** Whether a file has to do with compiled parts. Cython's own C files are made from what lies beside them. */
function isNative(path, paths) {
	const name = path.split("/").at(-1) ?? "";
	const isMade = /\.(?:c|cpp)$/.test(name) && paths.has(path.replace(/\.\w+$/, ".pyx"));
	return NATIVE.test(name) && !isMade && name !== "MANIFEST.in" || BUILD_FILES.test(name);
}
/** Files that come to be later count too. */
function asPatternOfKind(path) {
	const name = path.split("/").at(-1) ?? "";
	return BUILD_FILES.test(name) ? path : path.replace(/[^/]*(?=\.\w+$)/, "*");
}
/** Packages of Debian that compile a package with these files, whose build says this. */
function compilersOf({ paths, backend, text }) {
	const has = (pattern) => [...paths].some((path) => pattern.test(path));
	const needsCpp = has(/\.(?:cc|cpp|cxx|hpp|hxx|cu|pyx)$|CMakeLists\.txt$/) || /pybind11|nanobind|\bc\+\+/.test(text);
	const isRust = has(/(?:^|\/)Cargo\.toml$/);
	return [
		...[needsCpp ? "g++" : "gcc", "libc6-dev"],
		...has(/\.(?:f|for|f90|f95|F90)$/) ? ["gfortran"] : [],
		...isRust ? ["cargo"] : [],
		...backend === "mesonpy" || /\bpkg-?config\b/.test(text) ? ["pkg-config"] : []
	];
}
/** Cython's sources whose C files, which a build names, are not there. */
function cythonizedBefore({ paths, words }) {
	return [...words].flatMap((word) => {
		const path = word.replace(/\.(?:c|cpp)$/, ".pyx");
		return path !== word && paths.has(path) && !paths.has(word) ? [{
			path,
			isCpp: word.endsWith(".cpp")
		}] : [];
	});
}
/** What a setup.py imports that pip would not bring along for it. */
function importsOf(setupPy) {
	const known = [
		"numpy",
		"Cython",
		"pybind11",
		"nanobind",
		"cffi",
		"setuptools_scm",
		"setuptools_rust",
		"skbuild"
	];
	const names = { skbuild: "scikit-build" };
	const found = known.filter((name) => new RegExp(`^[ \\t]*(?:import|from)[ \\t]+${name}\\b`, "m").test(setupPy));
	return found.length === 0 ? [] : [
		"setuptools",
		"wheel",
		...found.map((name) => names[name] ?? name)
	];
}
// src/init/own-build.ts
/** Where packages are; each but the first one is a folder of its own. */
const ROOTS = [
	"",
	"src/",
	"lib/",
	"python/"
];
const COMPILED_BY = /^(?:maturin|mesonpy|scikit_build_core|py_build_cmake|sipbuild)\b/;
const COMPILED_WITH = /\b(?:cython|pybind11|nanobind|setuptools-rust|cffi|scikit-build|mypy\[mypyc\]|hatch-cython)\b/i;
const COMPILED_IN = /\b(?:ext_modules|cythonize|rust_extensions|cffi_modules|mypycify|CMakeExtension)\b/;
/** Reads it. */
function readBuild({ files, pyproject = {}, paths: all }) {
	const { "build-system": system, project, tool } = pyproject;
	const setupPy = files["setup.py"] ?? "";
	const parts = (files["setup.cfg"] ?? "").split(/^\[/m);
	const { envs: _, ...hatch } = table(table(tool).hatch);
	const builders = Object.entries(table(tool)).filter(([name]) => BUILDERS.test(name));
	const toml = JSON.stringify({
		system,
		project,
		...Object.fromEntries(builders),
		hatch
	});
	const text = [
		toml,
		setupPy,
		...parts.filter((part) => /^(?:metadata|options|versioneer|pbr|build)/.test(part))
	].join("\n");
	const paths = new Set(all.filter((path) => /^[\w.][\w@%+=,./~-]*$/.test(path)));
	const name = nameOf$1(pyproject, files);
	const requires = texts(table(system).requires).join("\n");
	const backend = String(table(system)["build-backend"] ?? "setuptools.build_meta");
	const ownBackend = backendIn(texts(table(system)["backend-path"]), backend, paths);
	const others = [...paths].flatMap((path) => /^(.+\/)pyproject\.toml$/.exec(path)?.[1] ?? []);
	const packages = topPackages(paths, name, [...ownBackend, ...others]);
	return {
		paths,
		backend,
		setupPy,
		text,
		packages,
		ownBackend,
		readsProse: "hooks" in table(hatch.metadata),
		words: new Set((text.match(/[\w@+./~-]+/g) ?? []).map((word) => word.replace(/^(?:\.\/)+/, ""))),
		modules: packages.length > 0 ? [] : ROOTS.map((root) => `${root}${name}.py`).filter((path) => paths.has(path)),
		isCompiled: COMPILED_BY.test(backend) || COMPILED_WITH.test(requires) || COMPILED_IN.test(setupPy) || packages.some((folder) => [...paths].some((path) => path.startsWith(`${folder}/`) && path.endsWith(".pyx"))) || toml.includes("\"ext-modules\"")
	};
}
const BUILDERS = /^(?:setuptools|setuptools_scm|setuptools-git-versioning|flit|poetry|poetry-dynamic-versioning|pdm|maturin|scikit-build|meson-python|uv|uv-dynamic-versioning|versioneer|versioningit)$/;
/** The name under which it is imported, mostly. */
function nameOf$1(pyproject, files) {
	const { project, tool } = pyproject;
	const name = table(project).name ?? table(table(tool).poetry).name ?? readSetuptools(files)?.name ?? "";
	return String(name).replace(/[-.]/g, "_");
}
/** A backend that is in the project itself, as the folders that it is looked for in have it. */
function backendIn(folders, backend, paths) {
	const [module = ""] = backend.split(/[.:]/);
	return folders.flatMap((folder) => {
		const path = folder.replace(/^(?:\.\/)+|\/+$/g, "").replace(/^\.$/, "");
		const starts = path === "" ? [`${module}.py`, `${module}/`] : [`${path}/`];
		return [...paths].filter((one) => starts.some((start) => one.startsWith(start)));
	});
}
/**
* Folders of packages that lie in no other one, nor in those that are for others; a folder without __init__.py counts if it
* has the project's name.
*/
function topPackages(paths, name, others) {
	const folders = [...paths].flatMap((path) => {
		const [, folder] = /^(.+)\/__init__\.py$/.exec(path) ?? [];
		return folder === void 0 || others.some((other) => path.startsWith(other)) ? [] : [folder];
	});
	const tops = folders.filter((folder) => {
		const names = folder.split("/");
		return !names.some((_, at) => at > 0 && folders.includes(names.slice(0, at).join("/"))) && names.length < 4 && !names.some((one) => ASIDE.test(one));
	});
	const inSource = tops.filter((folder) => folder.startsWith("src/"));
	if (tops.length > 0) return inSource.length > 0 ? inSource : tops;
	const named = ROOTS.map((root) => `${root}${name}`).filter((folder) => [...paths].some((path) => path.startsWith(`${folder}/`) && path.endsWith(".py")));
	return name === "" ? [] : named;
}
// src/init/own-files.ts
/** Read under these names, without a word on it. */
const READ = [
	"pyproject.toml",
	"setup.py",
	"setup.cfg",
	"hatch_build.py",
	"pdm_build.py"
];
/** What is read, beside the sources of compiled parts. */
function plainFiles({ files }, build) {
	const { paths, backend, setupPy, text, words, packages, modules, isCompiled, readsProse } = build;
	const generated = [...text.matchAll(/\b(?:version[_-]file|write_to)["']?\s*[=:]\s*["']([^"'\n]+)["']/g)].map(([, path]) => path);
	const attributes = findAttributes(text);
	const computed = attributes.filter(({ path, name }) => isComputed(files[path], name));
	const imported = packages.filter((folder) => importsAll(setupPy, folder.split("/").at(-1) ?? "") || computed.some(({ path }) => path.startsWith(`${folder}/`)));
	const readsInit = /^flit/.test(backend) || /__init__/.test(setupPy);
	return [...paths].filter((path) => {
		const [, folder, name = ""] = /^(?:(.+)\/)?([^/]+)$/.exec(path) ?? [];
		const isPassedOver = isProse(path) && !(readsProse && words.has(path));
		if (generated.includes(path) || isPassedOver || isCompiled && isNative(path, paths)) return false;
		if (READ.includes(path) || words.has(path)) return true;
		if (attributes.some((one) => one.path === path)) return true;
		if (folder === void 0) {
			const [, module] = /^(\w+)\.py$/.exec(name) ?? [];
			return modules.includes(path) || module !== void 0 && new RegExp(`\\bimport ${module}\\b|\\bfrom ${module} import\\b`).test(setupPy);
		}
		if (modules.includes(path)) return /^flit/.test(backend);
		if (imported.some((top) => isCodeOf(top, path))) return true;
		if (!packages.includes(folder)) return false;
		return name === "__init__.py" ? readsInit : /^_*(?:version|about|meta|release)_*\.py$/i.test(name);
	});
}
/** Where setuptools may look for what it is told to take from a module, as `attr` in pyproject.toml or setup.cfg, and its name. */
function findAttributes(text) {
	return [...text.matchAll(/\battr["']?\s*[:=]\s*["']?([\w.]+)/g)].flatMap(([, attribute = ""]) => {
		const [module, name = ""] = [attribute.split(".").slice(0, -1).join("/"), attribute.split(".").at(-1)];
		return ROOTS.flatMap((root) => [`${root}${module}.py`, `${root}${module}/__init__.py`].map((path) => ({
			path,
			name
		})));
	});
}
/** Whether a module has a value in no plain words, so that setuptools imports it, and all that it imports. */
function isComputed(module, name) {
	return module !== void 0 && !new RegExp(`^${name}[ \\t]*(?::[^=\\n]*)?=[ \\t]*(?:"[^"\\n]*"|'[^'\\n]*'|[\\d.]+|[([][\\w"'., ]*[)\\]])[ \\t]*(?:#.*)?\\r?$`, "m").test(module);
}
/** Whether a setup.py runs a package, mostly for its version: its `__init__.py` may import all the rest. */
function importsAll(setupPy, name) {
	if (!/^\w+$/.test(name)) return false;
	return new RegExp(`^\\s*(?:import ${name}\\b(?!\\.)|from ${name} import\\b)|\\b(?:__import__|import_module)\\(["']${name}["']`, "m").test(setupPy);
}
/** Whether a file is code of a package, and not of tests in it. */
function isCodeOf(folder, path) {
	return path.startsWith(`${folder}/`) && path.endsWith(".py") && !/\/tests?\//.test(path.slice(folder.length));
}
/** Texts for people: a build wants them to be there, and would be done again for each word that changes. */
function isProse(path) {
	return /^(?:.*\/)?(?:README|LICEN[CS]E|COPYING|NOTICE|AUTHORS|CHANGE|CHANGES|CHANGELOG|HISTORY|NEWS)[^/]*$/i.test(path) && !path.endsWith(".py");
}
const LEGAL = /^(?:LICEN[CS]E|COPYING|NOTICE|AUTHORS)/i;
/** What only must be there. */
function neededFiles(project, build) {
	const { paths, words, packages, modules } = build;
	const all = [...paths].filter((path) => isProse(path) && (!path.includes("/") || words.has(path)));
	const isNamed = all.some((path) => words.has(path) && !LEGAL.test(path));
	const prose = all.filter((path) => !isNamed || words.has(path) || LEGAL.test(path));
	const folders = [...packages, ...namedFolders(project, build)];
	return [
		...prose,
		...namedProse(project),
		...modules,
		...folders.map((folder) => `${folder}/__init__.py`)
	];
}
/** Texts for people that must be there by their names: as a link to another file, they are not among the project's files. */
function namedProse({ pyproject = {} }) {
	const { readme, license } = table(pyproject.project);
	const poetry = table(table(pyproject.tool).poetry).readme;
	return [
		readme,
		table(readme).file,
		table(license).file,
		poetry
	].flatMap((one) => [one, ...texts(one)]).filter((one) => typeof one === "string").filter((path) => /^\w[\w./+-]*$/.test(path) && !path.includes(".."));
}
/** Folders of packages that are listed by name, inner ones too. */
function namedFolders({ files, pyproject = {} }, { paths, setupPy }) {
	const options = sectionOf(files["setup.cfg"] ?? "", "options") ?? "";
	return [
		...literals(readSetupScript(setupPy).packages),
		...texts(table(table(pyproject.tool).setuptools).packages),
		...valueIn(options, "packages") ?? []
	].filter((name) => /^\w+(?:-stubs)?(?:\.\w+)*$/.test(name)).flatMap((name) => {
		const path = name.replaceAll(".", "/");
		return ROOTS.map((root) => `${root}${path}`).filter((folder) => [...paths].some((one) => one.startsWith(`${folder}/`)));
	});
}
function literals(value) {
	return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
}
// src/init/own-plain.ts
const BACKENDS = /^(?:setuptools\.|hatchling\.|flit|poetry|pdm\.|uv_build|pbr\.)/;
/** What writes a module into the package: a version file, or a step of the build that only its author knows. */
const WRITES = /\b(?:version[_-]?file|version-path|write_to|versioneer|cmdclass|substitution|use_scm_version|poetry-dynamic-versioning)\b|"build":"|\bopen\([^)]*["'][wax]/;
/**
* Where the installation has what was copied: paths in site-packages. Undefined where the build may make modules, or where
* it can't be told under which names it installs its folders.
*/
function plainPaths({ backend, text, packages, modules, ownBackend }, tool, folders) {
	const hasHooks = "hooks" in table(table(tool.hatch).build) || "build" in table(tool.pdm);
	if (!BACKENDS.test(backend) || ownBackend.length > 0 || hasHooks || WRITES.test(text)) return void 0;
	const root = ROOTS.find((one) => one !== "" && [...packages, ...modules].some((path) => path.startsWith(one))) ?? "";
	const installed = [
		...packages,
		...folders,
		...modules
	].map((path) => path.replace(new RegExp(`^${root}`), ""));
	const tops = installed.filter((path) => !installed.some((other) => path.startsWith(`${other}/`)));
	return tops.some((path) => path.includes("/")) ? void 0 : [...new Set(tops)];
}
// src/init/own.ts
/** What asks git for the version → what tells it instead. */
const VERSIONS = [
	[/setuptools[_-]scm|hatch[_-]vcs|use_scm_version/, "SETUPTOOLS_SCM_PRETEND_VERSION"],
	[/poetry-dynamic-versioning/, "POETRY_DYNAMIC_VERSIONING_BYPASS"],
	[/uv-dynamic-versioning/, "UV_DYNAMIC_VERSIONING_BYPASS"],
	[/"source":"scm"/, "PDM_BUILD_SCM_VERSION"],
	[/\bpbr\b/, "PBR_VERSION"]
];
/** What the build of the project's own package takes; undefined where it is none, or where its build would find nothing. */
function findOwnPackage(project) {
	if (!isPackage(project)) return void 0;
	const build = readBuild(project);
	const { backend, setupPy, text, packages, modules, isCompiled } = build;
	if (packages.length + modules.length === 0 && !isCompiled) return void 0;
	if (isAmbiguous(project, build)) return void 0;
	const native = isCompiled ? nativeFiles(build.paths, backend === "mesonpy") : [];
	const copies = [
		...plainFiles(project, build),
		...build.ownBackend,
		...native
	];
	const folders = copies.filter((copy) => copy.endsWith("/"));
	const isWithin = (path) => folders.some((folder) => path !== folder && path.startsWith(folder));
	const versionVariable = VERSIONS.find(([tool]) => tool.test(text))?.[1];
	const plain = isCompiled ? void 0 : plainPaths(build, table(project.pyproject?.tool), namedFolders(project, build));
	return {
		copies: [...new Set(copies)].filter((path) => !isWithin(path)),
		touched: [...new Set(neededFiles(project, build))].filter((path) => !copies.includes(path) && !isWithin(path)),
		folders: ROOTS.map((root) => root.slice(0, -1)).filter((root) => root !== "" && packages.some((folder) => folder.startsWith(`${root}/`))),
		compilers: isCompiled ? compilersOf(build) : [],
		...versionVariable === void 0 ? {} : { versionVariable },
		needs: table(project.pyproject?.["build-system"]).requires === void 0 ? importsOf(setupPy) : [],
		hasSources: "sources" in table(table(project.pyproject?.tool).uv),
		isPlugin: /\bpytest11\b/.test(text),
		cythonized: isCompiled ? cythonizedBefore(build) : [],
		takesCode: packages.some((package_) => folders.some((folder) => `${package_}/`.startsWith(folder))),
		...plain === void 0 ? {} : { plain }
	};
}
function isPackage({ files, pyproject = {} }) {
	const tool = table(pyproject.tool);
	if (table(tool.poetry)["package-mode"] === false || table(tool.uv).package === false) return false;
	if (("project" in pyproject || "poetry" in tool) && ("build-system" in pyproject || table(tool.uv).package === true)) return true;
	const setupCfg = sectionOf(files["setup.cfg"] ?? "", "metadata") ?? "";
	return /\bsetup\(/.test(files["setup.py"] ?? "") || valueIn(setupCfg, "name") !== void 0;
}
/** setuptools refuses to choose among several packages that nobody has named. */
function isAmbiguous({ pyproject = {} }, { backend, packages, text }) {
	const setuptools = table(table(pyproject.tool).setuptools);
	const isNamed = "packages" in setuptools || "py-modules" in setuptools || /\b(?:packages|py_modules)\s*=/.test(text);
	const isElsewhere = packages.some((folder) => folder.includes("/"));
	return backend.startsWith("setuptools") && !isNamed && !isElsewhere && packages.length > 1;
}
// src/init/pins.ts
/** A package → the newest Python (3.x) that versions below one have wheels for; the oldest first. */
const WHEELS = {
	numpy: [
		["1.19.3", 8],
		["1.21.2", 9],
		["1.23.2", 10],
		["1.26.0", 11],
		["2.1.0", 12],
		["2.3.2", 13]
	],
	pandas: [
		["1.1.3", 8],
		["1.3.3", 9],
		["1.5.1", 10],
		["2.1.1", 11],
		["2.2.3", 12],
		["2.3.3", 13]
	],
	scipy: [
		["1.5.4", 8],
		["1.7.2", 9],
		["1.9.2", 10],
		["1.11.2", 11],
		["1.14.1", 12],
		["1.16.1", 13]
	],
	"scikit-learn": [
		["0.24.0", 8],
		["1.0.2", 9],
		["1.1.3", 10],
		["1.3.1", 11],
		["1.5.2", 12],
		["1.7.2", 13]
	],
	matplotlib: [
		["3.3.3", 8],
		["3.5.0", 9],
		["3.6.0", 10],
		["3.8.0", 11],
		["3.9.2", 12],
		["3.10.5", 13]
	],
	torch: [
		["1.8.1", 8],
		["1.11.0", 9],
		["1.13.0", 10],
		["2.2.0", 11],
		["2.5.0", 12],
		["2.9.0", 13]
	],
	tensorflow: [
		["2.5.0", 8],
		["2.8.0", 9],
		["2.12.0", 10],
		["2.16.0", 11],
		["2.20.0", 12]
	],
	greenlet: [
		["1.1.0", 9],
		["1.1.3", 10],
		["3.0.0", 11],
		["3.1.0", 12],
		["3.2.3", 13]
	],
	"psycopg2-binary": [
		["2.9.1", 9],
		["2.9.5", 10],
		["2.9.9", 11],
		["2.9.10", 12],
		["2.9.11", 13]
	],
	aiohttp: [
		["3.8.0", 9],
		["3.8.3", 10],
		["3.9.0", 11],
		["3.10.5", 12],
		["3.13.0", 13]
	],
	lxml: [
		["4.6.3", 9],
		["4.9.1", 10],
		["4.9.3", 11],
		["5.3.0", 12],
		["6.0.1", 13]
	],
	pillow: [
		["8.0.0", 8],
		["8.3.2", 9],
		["9.2.0", 10],
		["10.0.0", 11],
		["10.4.0", 12],
		["11.3.0", 13]
	],
	pyyaml: [["6.0", 9], ["6.0.1", 11]]
};
/** The fixed version that wants the oldest Python, among the texts of files of requirements and of locks. */
function oldestPin(texts) {
	return texts.flatMap((text) => [...pinsIn(text)]).map(([name, version]) => pinOf(name, version)).filter((pin) => pin !== void 0).sort((a, b) => Number(a.python.slice(2)) - Number(b.python.slice(2)))[0];
}
function pinOf(name, version) {
	const [, minor] = WHEELS[name]?.find(([below]) => lt(version, below)) ?? [];
	return minor === void 0 ? void 0 : {
		requirement: `${name} ${version}`,
		python: `3.${minor}`
	};
}
/** Of several versions, which are for several Pythons, the newest counts. */
function pinsIn(text) {
	const pins = /* @__PURE__ */ new Map();
	const inRequirements = /^[ \t]*([\w.-]+)(?:\[[^\]\n]*\])?[ \t]*={2,3}[ \t]*(\d[\d.]*)[ \t]*(?:[;#\\].*)?$/gm;
	const inLock = /^name = "([\w.-]+)"\r?\nversion = "(\d[\d.]*)"/gm;
	for (const [, written = "", version = ""] of [...text.matchAll(inRequirements), ...text.matchAll(inLock)]) {
		const [name, before] = [normalName(written), pins.get(normalName(written))];
		if (Object.hasOwn(WHEELS, name) && (before === void 0 || lt(before, version))) pins.set(name, version);
	}
	return pins;
}
// src/init/pytest.ts
/** The files that may have it. */
const PYTEST_FILES = [
	"pytest.toml",
	".pytest.toml",
	"pytest.ini",
	".pytest.ini",
	"tox.ini",
	"setup.cfg"
];
/** The pytest configuration of a project (path → text, and pyproject.toml as it was parsed); undefined without one. */
function findPytestSettings(files, pyproject = {}) {
	const own = PYTEST_FILES.slice(0, 4).find((file) => file in files);
	if (own !== void 0) return {
		...settingsIn(files[own] ?? ""),
		file: own,
		isOurs: files[own]?.startsWith(SETTINGS_START) === true
	};
	const { ini_options: old, ...settings } = table(table(pyproject.tool).pytest);
	const options = {
		...settings,
		...table(old)
	};
	if (old !== void 0 || Object.keys(settings).length > 0) {
		const listOf = (value) => typeof value === "string" ? value.split(/\s+/).filter((path) => path !== "") : texts(value);
		return {
			file: "pyproject.toml",
			...settingsOf((name) => name in options ? listOf(options[name]) : void 0)
		};
	}
	for (const [file, section] of [["tox.ini", "pytest"], ["setup.cfg", "tool:pytest"]]) {
		const text = sectionOf(files[file] ?? "", section);
		if (text !== void 0) return {
			file,
			...settingsIn(text)
		};
	}
}
/** The value may be a list of TOML. */
function settingsIn(text) {
	return settingsOf((name) => valueIn(text, name)?.flatMap((line) => line.split(/[\s,"'[\]]+/).filter((word) => word !== "")));
}
function settingsOf(read) {
	const patterns = read("python_files");
	return {
		testpaths: read("testpaths") ?? [],
		pythonpath: read("pythonpath") ?? [],
		...patterns === void 0 ? {} : { patterns },
		isOurs: false,
		hasDjango: read("DJANGO_SETTINGS_MODULE") !== void 0,
		hasNotebooks: read("addopts")?.some((word) => /^--nb(?:make|val)/.test(word)) === true
	};
}
const INTRODUCTION = `"""A first test: are the packages there that this project asks for, in the versions it asks for?

Write tests of your own code beside it: functions whose names begin with test_, in files whose names do so too.
"""`;
/** Text of the test; it is `depth` folders below the project. */
function smokeText(packages, python, depth) {
	const project = `PROJECT = Path(__file__).resolve().parents[${depth}]`;
	if (packages.kind === "environment") return conda(packages.source, project);
	const isToml = [
		"uv",
		"poetry",
		"pyproject"
	].includes(packages.kind);
	const needsTomli = [
		"3.7",
		"3.8",
		"3.9",
		"3.10"
	].includes(python.version);
	const toml = needsTomli ? ["import tomli as tomllib  # comes with pytest"] : [];
	return `${[
		INTRODUCTION,
		"",
		...isToml && !needsTomli ? ["import tomllib"] : [],
		"from importlib.metadata import version",
		"from pathlib import Path",
		"",
		...isToml ? toml : [],
		"from packaging.requirements import InvalidRequirement, Requirement  # comes with pytest",
		"",
		project,
		...packages.ownPackages.length > 0 ? [`OWN_CODE = ${JSON.stringify(packages.ownPackages)}`] : [],
		"",
		"",
		isToml ? ASKED_IN_PYPROJECT : askedInRequirements(packages.files.filter((file) => !packages.constraints.includes(file))),
		"",
		"",
		test(packages.ownPackages.length > 0)
	].join("\n")}\n`;
}
const test = (hasOwnCode) => `def test_packages_are_there():
    for text in asked_for():
        try:
            asked = Requirement(text)
        except InvalidRequirement:
            continue  # an option, a file or an address
${hasOwnCode ? "        if asked.name.lower().replace(\"_\", \"-\") in OWN_CODE:\n            continue\n" : ""}        if asked.marker is None or asked.marker.evaluate():
            assert asked.specifier.contains(version(asked.name), prereleases=True), text`;
const askedInRequirements = (files) => `def asked_for():
    for name in ${JSON.stringify(files).replaceAll("\",\"", "\", \"")}:
        text = (PROJECT / name).read_text(encoding="utf-8").replace("\\\\\\n", " ")
        for line in text.splitlines():
            yield line.split(" #")[0].split(" --")[0].strip()`;
const ASKED_IN_PYPROJECT = `def asked_for():
    with open(PROJECT / "pyproject.toml", "rb") as file:
        toml = tomllib.load(file)
    yield from toml.get("project", {}).get("dependencies", [])
    # Poetry has words of its own for versions, so those are not compared.
    for name, wish in toml.get("tool", {}).get("poetry", {}).get("dependencies", {}).items():
        if name != "python" and not isinstance(wish, dict):
            yield name`;
const conda = (source, project) => `${INTRODUCTION.replace(", in the versions it asks for?", "?")}

import re
import sys
from importlib.metadata import version
from pathlib import Path

${project}


def asked_for():
    is_dependency = False
    for line in (PROJECT / "${source}").read_text(encoding="utf-8").splitlines():
        if re.match(r"\\w", line):
            is_dependency = line.startswith("dependencies:")
        entry = re.match(r"""\\s*- *["']?(?:[\\w.-]+::)?(\\w[\\w.-]*)\\s*(?:[=<>!~;\\["'# ].*)?$""", line)
        if is_dependency and entry:
            yield entry[1].lower()


def test_packages_are_there():
    conda = Path(sys.prefix, "conda-meta")
    for name in asked_for():
        assert any(conda.glob(f"{name}-*.json")) or version(name)  # those that pip has installed
`;
// src/init/system.ts
/** A compiler, with the headers of C's library, which Debian only recommends. */
const COMPILER = ["gcc", "libc6-dev"];
/** A package on PyPI, in pip's spelling → what of Debian it needs. */
const NEEDED = {
	...of(["libgl1", "libglib2.0-0"], ["opencv-python", "opencv-contrib-python"]),
	...of(["libgl1", "libxrender1"], [
		"vtk",
		"pyvista",
		"mayavi"
	]),
	...of([
		"libgl1",
		"libgomp1",
		"libx11-6"
	], ["open3d"]),
	...of([
		"libgl1",
		"libegl1",
		"libglib2.0-0",
		"libdbus-1-3",
		"libxkbcommon0",
		"libfontconfig1"
	], [
		"pyqt5",
		"pyqt6",
		"pyside2",
		"pyside6"
	]),
	...of(["libgomp1"], ["lightgbm"]),
	...of(["libpq5"], ["psycopg"]),
	...of([...COMPILER, "libpq-dev"], ["psycopg2", "psycopg-c"]),
	...of([
		...COMPILER,
		"default-libmysqlclient-dev",
		"pkg-config"
	], ["mysqlclient"]),
	...of([
		...COMPILER,
		"libldap-dev",
		"libsasl2-dev"
	], ["python-ldap"]),
	...of([
		...COMPILER,
		"libcairo2-dev",
		"pkg-config"
	], ["pycairo"]),
	...of([
		...COMPILER,
		"graphviz",
		"libgraphviz-dev"
	], ["pygraphviz"]),
	...of([...COMPILER, "portaudio19-dev"], ["pyaudio"]),
	...of([...COMPILER], ["uwsgi"]),
	...of(["g++", "libc6-dev"], [
		"annoy",
		"fasttext",
		"pyemd",
		"lightfm"
	]),
	...of(["libcairo2"], ["cairocffi", "cairosvg"]),
	...of([
		"libpango-1.0-0",
		"libpangoft2-1.0-0",
		"libharfbuzz-subset0"
	], ["weasyprint"]),
	...of(["graphviz"], ["graphviz", "pydot"]),
	...of(["ffmpeg"], ["ffmpeg-python", "pydub"]),
	...of(["libmagic1"], ["python-magic"]),
	...of(["libzbar0"], ["pyzbar"]),
	...of(["tesseract-ocr"], ["pytesseract"]),
	...of(["poppler-utils"], ["pdf2image"]),
	...of(["unixodbc"], ["pyodbc"]),
	...of(["git"], ["gitpython", "dvc"])
};
function of(system, packages) {
	return Object.fromEntries(packages.map((name) => [name, system]));
}
/** Debian's packages that a project needs, in order, and the packages of Python that need them. */
function systemPackages(names) {
	const needing = [...new Set(names)].filter((name) => Object.hasOwn(NEEDED, name)).sort();
	return {
		system: [...new Set(needing.flatMap((name) => NEEDED[name] ?? []))].sort(),
		needing
	};
}
// src/init/notebooks.ts
/** What a notebook's text says of itself; undefined where it is in another language, or none. */
function readNotebook(path, text) {
	let content;
	try {
		content = JSON.parse(text);
	} catch {
		return;
	}
	const { kernelspec, language_info } = table(table(content).metadata);
	const { name, language } = table(kernelspec);
	return (language ?? table(language_info).name ?? "python") === "python" ? {
		path,
		kernel: typeof name === "string" ? name : ""
	} : void 0;
}
/** Options of pytest that run notebooks. A kernel of another name is one of its author's own machine. */
function notebookOptions(notebooks) {
	return `--nbmake${notebooks.some(({ kernel }) => kernel !== "" && kernel !== "python3") ? " --nbmake-kernel=python3" : ""}`;
}
/** What of the packages that notebooks are run and written with a project does not name. */
function missingForNotebooks(names) {
	const jupyter = [
		"jupyterlab",
		"jupyter",
		"notebook"
	];
	return [
		...names.includes("nbmake") ? [] : ["nbmake"],
		...names.includes("ipykernel") || names.some((name) => jupyter.includes(name)) ? [] : ["ipykernel"],
		...names.some((name) => jupyter.includes(name)) ? [] : ["jupyterlab"]
	];
}
// src/init/tests.ts
/** Names that pytest looks for unless told otherwise. */
const STANDARD = ["test_*.py", "*_test.py"];
/** Names that unittest, Django and people use besides, the narrowest first. */
const OTHERS = [
	"tests.py",
	"test.py",
	"*_tests.py",
	"*_spec.py",
	"*Test.py",
	"*Tests.py",
	"tests_*.py",
	"test*.py"
];
/** Whether pytest takes a file for one with tests, whatever is in it. */
function isTestName(path, patterns = STANDARD) {
	return patterns.some((pattern) => asPattern(pattern.split("/").at(-1) ?? "")(nameOf(path)));
}
/** Whether a file may be one with tests by where it is, so that its text has to tell. */
function mayHaveTests(path) {
	if (!path.endsWith(".py") || /^(?:__init__|conftest|setup)\.py$/.test(nameOf(path))) return false;
	return /test|spec/i.test(nameOf(path)) || /(?:^|[/_])tests?\//i.test(path);
}
/** Whether a module's text has tests as pytest finds them: functions, or methods of such classes, and no example of them. */
function hasTests(text) {
	if (!/^\s*(?:async )?def test/m.test(text)) return false;
	return childrenOf(parser.parse(text).topNode).some((node) => {
		const [name = "", inner] = definitionIn(node, text);
		if (inner.name === "FunctionDefinition") return name.startsWith("test_");
		if (inner.name !== "ClassDefinition") return false;
		const bases = inner.getChild("ArgList");
		const isSuite = name.startsWith("Test") || bases && /TestCase\b/.test(text.slice(bases.from, bases.to));
		const body = inner.getChild("Body");
		return isSuite && body && childrenOf(body).some((one) => definitionIn(one, text)[0]?.startsWith("test"));
	});
}
/** The name of what a node defines, and the definition itself, which may be decorated. */
function definitionIn(node, text) {
	const inner = node.name === "DecoratedStatement" ? node.lastChild ?? node : node;
	const name = inner.name === "FunctionDefinition" || inner.name === "ClassDefinition" ? inner.getChild("VariableName") : null;
	return [name ? text.slice(name.from, name.to) : void 0, inner];
}
function childrenOf(node) {
	const children = [];
	for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
	return children;
}
/** The patterns that pytest has to be given, so that it finds all of these; undefined where its own do. */
function filePatterns(tests, isDjango) {
	const needed = tests.filter((path) => !isTestName(path)).map(nameOf).map((name) => OTHERS.find((pattern) => asPattern(pattern)(name)) ?? name);
	const all = [...STANDARD, .../* @__PURE__ */ new Set([...isDjango ? ["tests.py"] : [], ...needed])];
	return all.length === STANDARD.length ? void 0 : all;
}
/**
* Those files with tests that somebody runs: of names that neither pytest nor unittest looks for, some are for other
* purposes, so that they count only where there are no others.
*/
function runTests(tests, patterns = STANDARD) {
	const usual = tests.filter((path) => isTestName(path, [...patterns, ...OTHERS]));
	return usual.length > 0 ? usual : tests;
}
/** Whether two files of the same name are in folders that are no packages, which pytest's usual imports don't take. */
function sharesNames(tests, packages) {
	const loose = tests.filter((path) => !packages.includes(folderOf(path))).map(nameOf);
	return new Set(loose).size < loose.length;
}
function nameOf(path) {
	return path.split("/").at(-1) ?? "";
}
function folderOf(path) {
	return path.split("/").slice(0, -1).join("/");
}
/** Whether a test starts git, or names a command of git's that its code starts. */
function startsGit(text) {
	return [
		/(?:run|call|check_call|check_output|Popen|system)\(\s*\[?\s*f?["']git["' ]/,
		/\[\s*["']git["'],\s*["']/,
		/^\s*(?:import git|from git import)\b/m
	].some((pattern) => pattern.test(text));
}
// src/init/testing.ts
/** Decides how the tests are run. */
function planTesting(facts, settings, packages) {
	const { django, notebooks } = facts;
	const isTheirs = settings !== void 0 && !settings.isOurs;
	const hasNotebooks = facts.tests.length === 0 && notebooks.length > 0 && (!isTheirs || settings.hasNotebooks);
	const tests = hasNotebooks ? notebooks.map(({ path }) => path) : facts.tests;
	const { names, hasPytest } = packages;
	return {
		settings,
		isTheirs,
		tests,
		hasNotebooks,
		patterns: filePatterns(facts.tests, django !== void 0),
		unfound: isTheirs ? facts.tests.filter((path) => !isFound(path, settings)) : [],
		django,
		options: [...hasNotebooks ? [notebookOptions(notebooks)] : [], ...sharesNames(facts.tests, facts.packageFolders) ? ["--import-mode=importlib"] : []],
		added: [
			...hasPytest ? [] : ["pytest"],
			...django && !names.includes("pytest-django") ? ["pytest-django"] : [],
			...hasNotebooks ? missingForNotebooks(names) : []
		]
	};
}
/**
* Whether pytest runs a file; whoever leaves out what it would look for by itself, such as for a module with all, or other
* folders than those with tests, meant it.
*/
function isFound(path, { patterns, testpaths }) {
	const asked = testpaths.map((one) => one.replace(/^(?:\.\/)+|\/+$/g, ""));
	const isLookedAt = asked.some((one) => one === "." || /[*?[]/.test(one) || path.startsWith(`${one}/`));
	if (asked.includes(path) || asked.length > 0 && !isLookedAt) return true;
	return isTestName(path, patterns) || patterns !== void 0 && isTestName(path);
}
/** Text of the pytest.ini that a project gets; `folders` are those that modules are imported from. */
function settingsText({ tests, patterns, django, options }, smoke, folders) {
	return pytestText({
		folders,
		testpaths: django ? void 0 : commonFolder(tests.length === 0 ? [smoke] : tests),
		patterns,
		djangoSettings: django?.settings,
		options
	});
}
/** The folder that all tests are in, if it is one. */
function commonFolder(tests) {
	const folders = new Set(tests.map((path) => /^([\w-]+)\//.exec(path)?.[1]));
	return folders.size === 1 ? [...folders][0] : void 0;
}
// src/init/plan.ts
/**
* Decides what a project gets; `isForced` where what is there already may be overwritten. Fails with a sentence where the
* project's own files contradict each other or can't be used.
*/
function planInit(facts, isForced = false) {
	const decided = decide(facts, isForced);
	const { theirs, dockerfile, packages, testing, smoke } = decided;
	const { target, shareTarget } = facts.dockerfile;
	const ofStages = stageNotes(theirs ?? dockerfile, target, shareTarget);
	const both = isForced ? void 0 : testsAndPublishes(facts);
	const needsSmoke = testing.tests.length === 0 && (theirs === void 0 || packages.kind !== "nothing");
	const parts = [...projectParts(facts, decided, needsSmoke), ...workflowParts(facts, packages, ofStages.length === 0 && both === void 0)];
	return {
		files: parts.filter((part) => "text" in part),
		kept: parts.filter((part) => !("text" in part)),
		notes: [
			...projectNotes(facts, decided),
			...testingNotes(testing, needsSmoke ? smoke.path : void 0, theirs === void 0),
			...ofStages,
			...isForced ? [] : ignoreNotes(facts.files[".dockerignore"] ?? "", copiedFiles(decided)),
			...copyingNotes(facts, decided),
			...both === void 0 ? [] : [splitNote(both)],
			...facts.context === "" ? [] : [WORKFLOW_NOTE]
		]
	};
}
function decide(facts, isForced) {
	const pyproject = facts.pyproject && readPyproject(facts.pyproject);
	const members = ownMembers(facts.pyproject, facts.members);
	const packages = withMembers(findPackages(facts.files, pyproject), facts.pyproject, members);
	requireUsable(packages, facts.files, pyproject);
	const python = pythonOf(facts, packages, pyproject);
	const settings = findPytestSettings(facts.files, facts.pyproject);
	const smoke = smokeFile(settings?.testpaths ?? [], packages, python);
	const tests = runTests(facts.tests, settings?.patterns).filter((path) => path !== smoke.path);
	const testing = planTesting({
		...facts,
		tests
	}, settings, packages);
	const own = findOwnPackage(facts);
	const folders = [.../* @__PURE__ */ new Set([...codeFolders$1(facts, pyproject, packages, members, settings), ...own?.folders ?? []])];
	const isUntold = testing.isTheirs && settings?.hasDjango === false;
	const dockerfile = dockerfileText({
		packages,
		python,
		folders,
		startsGit: facts.startsGit,
		added: packages.kind === "nothing" ? [] : testing.added,
		system: systemPackages(packages.kind === "environment" ? [] : packages.names),
		...own ? { own } : {},
		...isUntold && facts.django ? { djangoSettings: facts.django.settings } : {}
	});
	const there = facts.files[facts.dockerfile.path];
	const theirs = isForced || there === dockerfile ? void 0 : there;
	const dockerignore = dockerignoreText(facts.environments, facts.tracked);
	return {
		pyproject,
		packages,
		python,
		testing,
		folders,
		smoke,
		dockerfile,
		theirs,
		dockerignore,
		own,
		ignoredCopies: theirs === void 0 ? [] : ignoredCopies(theirs, dockerignore)
	};
}
/** Of the project itself, in the order in which they are shown. */
function projectParts({ files, dockerfile: { path } }, decided, needsSmoke) {
	const { packages, python, testing, folders, smoke, theirs } = decided;
	const requirements = requirementsText([...packages.also, ...testing.added], packages.alsoFrom);
	const mayIgnore = decided.ignoredCopies?.length === 0 || ".dockerignore" in files;
	const [test] = testing.tests;
	return [
		packages.kind === "nothing" && theirs === void 0 ? file("requirements.txt", requirements, "your packages") : [],
		file(path, decided.dockerfile, sourceOf(packages, python)),
		mayIgnore ? file(".dockerignore", decided.dockerignore, "what the share stage leaves out") : [],
		settingsPart(testing, smoke.path, folders),
		test === void 0 ? [] : kept(test, countOf(testing)),
		needsSmoke ? smoke : []
	].flat();
}
/** Of the packages and the code, where the Dockerfile is the one that is written. */
function projectNotes(facts, { pyproject, packages, python, theirs, own }) {
	if (theirs !== void 0) return [];
	return [
		...packageNotes(facts.files, pyproject, packages, own),
		...own ? ownNotes(own) : codeNotes(facts, pyproject),
		...pythonNotes(facts.files, packages, python)
	];
}
/** What the Dockerfile that is written copies by name. */
function copiedFiles({ packages, own, theirs }) {
	const forOwn = theirs === void 0 ? (own?.copies ?? []).filter((path) => !path.includes("*")) : [];
	return [.../* @__PURE__ */ new Set([...packages.files, ...forOwn.map((path) => path.replace(/\/$/, ""))])];
}
/** Of what is copied, or isn't. */
function copyingNotes({ files, sizes, tracked, dockerfile: { shareTarget } }, decided) {
	const there = files[".dockerignore"];
	return [...there === void 0 ? [...copyNotes(decided.ignoredCopies), ...secretNotes(tracked)] : [], ...sizeNotes(sizes, there ?? decided.dockerignore, decided.theirs ?? decided.dockerfile, shareTarget)];
}
function countOf({ tests, hasNotebooks }) {
	const [one, many] = hasNotebooks ? ["a notebook, run as a test", "notebooks, run as tests"] : ["a test", "tests"];
	return tests.length === 1 ? one : `one of ${tests.length} ${many}`;
}
function sourceOf({ kind, source }, { version }) {
	return `${kind === "environment" ? "micromamba" : `Python ${version}`}, packages of ${source}`;
}
function settingsPart(testing, smoke, folders) {
	if (testing.settings && testing.settings.file !== "pytest.ini") return kept(testing.settings.file, "has the pytest configuration");
	return file("pytest.ini", settingsText(testing, smoke, folders), "where your modules and tests are");
}
/** One workflow for the tests, one that publishes; neither beside one that somebody made for both. */
function workflowParts(facts, packages, canPublish) {
	const { files, context, workflows, hasLfs } = facts;
	const paths = workflowPaths(facts);
	if (context.includes("${{")) throw new UserError(`GitHub would take the folder's name ${quoted(context)} for an expression: rename it.`);
	const theirs = workflows.find(({ path, usesAction }) => usesAction && !Object.values(paths).includes(path));
	if (theirs) return [{
		...kept(theirs.path, "uses the action already"),
		base: "repository"
	}];
	const byItself = DEPENDENCY_FILES.find((name) => name in files || packages.files.includes(name)) ?? "";
	const dependencies = packages.files.includes(byItself) ? [] : packages.files;
	const tests = file(paths.test, testText(context, dependencies, hasLfs), "runs the tests on GitHub");
	const publish = file(paths.publish, publishText(context, hasLfs), "publishes a version tag");
	return (canPublish ? [tests, publish] : [tests]).map((part) => ({
		...part,
		base: "repository"
	}));
}
function workflowPaths({ context, workflows }) {
	const others = workflows.filter(({ usesAction }) => !usesAction).map(({ path }) => path);
	return {
		test: workflowPath("test", context, others),
		publish: workflowPath("publish", context, others)
	};
}
/** The workflow of the tests, where it has the right to publish too, as earlier ones of ours had. */
function testsAndPublishes(facts) {
	const { test } = workflowPaths(facts);
	return facts.workflows.find(({ path, usesAction, mayPublish }) => path === test && usesAction && mayPublish)?.path;
}
function file(path, text, about) {
	return {
		base: "project",
		path,
		text,
		about
	};
}
function kept(path, about) {
	return {
		base: "project",
		path,
		about
	};
}
/** What is done with a file: never is one overwritten that somebody may have written, unless that was asked for. */
function fateOf({ path, text }, there, isForced) {
	if (there.kind === "nothing") return "write";
	if (!isForced || path === "requirements.txt") return "keep";
	if (there.kind === "other") throw new UserError(`${quoted(path)} is a link or a folder, which --force does not overwrite: remove it.`);
	if (there.text === text) return "keep";
	return text.startsWith("\"\"\"A first test: are the packages there that this project asks for") && !there.text.startsWith("\"\"\"A first test: are the packages there that this project asks for") ? "keep" : "overwrite";
}
function pythonOf({ files }, packages, pyproject) {
	if (packages.kind === "environment") return choosePython({});
	const versionFile = files[".python-version"];
	const setuptools = readSetuptools(files);
	const range = pyproject?.python ?? setuptools?.python;
	return choosePython({
		...versionFile === void 0 ? {} : { versionFile },
		...range === void 0 ? {} : { range },
		...pyproject?.python === void 0 && setuptools ? { rangeFile: setuptools.source } : {},
		environments: ENVIRONMENT_FILES.flatMap((path) => files[path] ?? []),
		classifiers: [
			"pyproject.toml",
			"setup.cfg",
			"setup.py"
		].flatMap((path) => files[path] ?? []),
		pin: oldestPin(packages.files.flatMap((path) => files[path] ?? []))
	});
}
/** Its folder is one that pytest looks into. */
function smokeFile(testpaths, packages, python) {
	const folder = testpaths.map((path) => path.replace(/^\.\/|\/$/g, "")).find((path) => /^\w[\w-]*(?:\/\w[\w-]*)*$/.test(path)) ?? "tests";
	const text = smokeText(packages, python, folder.split("/").length);
	return {
		path: `${folder}/test_smoke.py`,
		base: "project",
		text,
		about: "a first test"
	};
}
function requireUsable({ files, source, kind }, texts, pyproject) {
	if (kind === "nothing") return;
	if (kind === "pyproject" && pyproject?.isDynamic) throw dynamicDependencies();
	for (const path of files) {
		if (path.startsWith("/") || path.startsWith("..")) throw new UserError(`${source} includes ${quoted(path)}, which is not in this folder: Docker can't copy it from there.`);
		if (!(path in texts)) throw new UserError(`${source} includes ${quoted(path)}, but there is no such file.`);
		const [file] = readRequirements(texts[path] ?? "").onMachine;
		if (file !== void 0) throw new UserError(`${path} has ${quoted(file)}, which is on one machine only: write a version instead, as "pip list --format=freeze" shows it.`);
		if (!/^[\w@%+=:,./ ~-]+$/.test(path)) throw new UserError(`${source} includes ${quoted(path)}: give that file a name without special characters.`);
	}
}
function dynamicDependencies() {
	return new UserError("pyproject.toml leaves its dependencies to a build (\"dynamic\"), which needs your code: list them in requirements.txt, or lock them with uv.");
}
/** Whether a file starts Django, or its tests. */
function startsDjango(path) {
	return path === "tox.ini" || /(?:^|\/)(?:manage|run_?tests?|test_?runner|wsgi|asgi)\.py$/.test(path);
}
/** The settings that such a file names, undefined where it names none. */
function readDjango(path, text) {
	const [, settings] = path === "tox.ini" ? /(?:\bDJANGO_SETTINGS_MODULE[ \t]*=[ \t]*|\s--settings[ =])([A-Za-z_][\w.]*)/.exec(sectionOf(text, "testenv") ?? "") ?? [] : /DJANGO_SETTINGS_MODULE["']?\]?\s*[,=]\s*["']([A-Za-z_][\w.]*)["']/.exec(text) ?? [];
	if (settings === void 0) return void 0;
	const folder = path.split("/").slice(0, -1);
	if (/^[aw]sgi\.py$/.test(path.split("/").at(-1) ?? "")) folder.pop();
	return {
		settings,
		folder: folder.join("/")
	};
}
// src/init/steps/walk.ts
/** Enough to find tests where there are some; data may be in any number of folders, and be any number of files. */
const MOST_FOLDERS = 2e3;
const MOST_SIZES = 2e4;
const MOST_READ = 1e3;
const BIG = 5e7;
/** Notebooks hold pictures, too. */
const MAX_TEXT = 8e6;
/** What pytest passes by, too: what was built, and other people's code. */
const PASSED = /^\.|^(?:node_modules|site-packages|__pycache__|build|dist|_darcs|CVS)$|\.egg(?:-info)?$/;
/** Looks through a project's folders, the nearest first; hidden ones, and what can't be read, are passed by. */
async function walkThrough(project) {
	const walk = {
		tests: [],
		startsGit: false,
		environments: [],
		packageFolders: [],
		sourceFolders: [],
		projectFolders: [],
		requirements: [],
		notebooks: [],
		paths: [],
		hasLfs: false,
		hasCompiled: false,
		sizes: {}
	};
	const sizes = /* @__PURE__ */ new Map();
	const left = {
		sizes: MOST_SIZES,
		read: MOST_READ
	};
	const read = async (path) => left.read-- > 0 ? readSmall(join(project, path)) : "";
	const folders = [""];
	for (const folder of folders) {
		const entries = await readdir(join(project, folder), { withFileTypes: true }).catch(() => []);
		const names = entries.map(({ name }) => name);
		if (names.includes("pyvenv.cfg") || names.includes("conda-meta")) {
			if (/^[\w.-]+$/.test(folder)) walk.environments.push(folder);
			continue;
		}
		for (const entry of entries.sort((a, b) => a.name < b.name ? -1 : 1)) {
			const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
			if (entry.isFile()) {
				await lookAt(path, walk, read);
				if (left.sizes-- > 0) {
					walk.paths.push(path);
					addSize(sizes, path, (await lstat(join(project, path)).catch(() => void 0))?.size ?? 0);
				}
			}
			if (entry.isDirectory() && !PASSED.test(entry.name) && folders.length < MOST_FOLDERS) {
				if (entry.name === "src") walk.sourceFolders.push(path);
				folders.push(path);
			}
		}
	}
	walk.sizes = Object.fromEntries([...sizes].filter(([, size]) => size >= BIG));
	return walk;
}
/** Notes what a single file tells. */
async function lookAt(path, walk, read) {
	const name = path.split("/").at(-1) ?? "";
	const folder = path.slice(0, -name.length).replace(/\/$/, "");
	if (name === "__init__.py") walk.packageFolders.push(folder);
	if (name === "pyproject.toml" && folder !== "") walk.projectFolders.push(folder);
	if (name === ".gitattributes") walk.hasLfs ||= /\bfilter=lfs\b/.test(await read(path));
	if (/\.pyx$/.test(name)) walk.hasCompiled = true;
	if (requirementsFile(path)) walk.requirements.push(path);
	if (name.endsWith(".ipynb")) {
		const notebook = readNotebook(path, await read(path));
		if (notebook) walk.notebooks.push(notebook);
	}
	if (startsDjango(path) && (walk.django === void 0 || path === "tox.ini")) {
		const django = readDjango(path, await read(path));
		if (django) walk.django = django;
	}
	if (!isTestName(path) && !mayHaveTests(path)) return;
	const text = await read(path);
	if (!isTestName(path) && !hasTests(text)) return;
	walk.tests.push(path);
	walk.startsGit ||= startsGit(text);
}
/** A file counts in each folder above it. */
function addSize(sizes, path, size) {
	const parts = path.split("/");
	for (const at of parts.keys()) {
		const above = parts.slice(0, at + 1).join("/");
		sizes.set(above, (sizes.get(above) ?? 0) + size);
	}
}
async function readSmall(path) {
	return ((await lstat(path).catch(() => void 0))?.size ?? Number.POSITIVE_INFINITY) > MAX_TEXT ? "" : readFile(path, "utf8").catch(() => "");
}
/** Of pyproject.toml files below the project's own. */
const MOST_MEMBERS = 200;
const PACKAGE_FILES = [...[
	"uv.lock",
	"poetry.lock",
	"pyproject.toml",
	"requirements.txt",
	"requirements/base.txt",
	"requirements-dev.txt"
], ...[
	"requirements.in",
	"environment.yml",
	"environment.yaml"
]];
/** What the other commands know a project by, but for settings in pyproject.toml; and what may be one without a Dockerfile yet. */
const PROJECT_FILES = ["Dockerfile", "dev-in-docker.toml"];
const PACKAGES = [...PACKAGE_FILES, ...UNREAD_FILES];
const OTHER_FILES = [
	...PYTEST_FILES,
	".python-version",
	".dockerignore",
	...UNREAD_FILES
];
/**
* Finds the folder, without a name that of the moment, and the git repository that it belongs to, without asking git.
* Fails where there is no such folder that can be entered, or where one without a name is a part of a project above.
*/
async function findFolders(folder) {
	const project = await reachFolder(folder ?? process.cwd());
	const { folders, repository = project } = await foldersUpwards(project);
	if (folder === void 0) refusePart(folders);
	return {
		project,
		repository
	};
}
/** A folder's absolute path without links. Fails where there is no such folder, or where its files are out of reach. */
async function reachFolder(folder) {
	const path = await realpath(folder).then(async (path) => {
		await access(`${path}/.`, constants.R_OK | constants.X_OK);
		return path;
	}).catch(absent).catch((error) => {
		throw new UserError(`${quoted(folder)} can't be entered (${error.code}): make it yours, or readable for you.`);
	});
	if (path === void 0) throw new UserError(`There is no folder ${quoted(folder)}: create it first.`);
	return path;
}
/** Fails where a folder, the first one, is a part of what one above it has a Dockerfile or packages for. */
function refusePart([project = "", ...above]) {
	const findIn = (folder, names) => names.find((name) => existsSync(join(folder, name)));
	if (findIn(project, PROJECT_FILES)) return;
	const names = findIn(project, PACKAGES) ? PROJECT_FILES : [...PROJECT_FILES, ...PACKAGES];
	for (const top of above) {
		const found = findIn(top, names);
		if (found === void 0) continue;
		throw new UserError(`${top} has ${found === "Dockerfile" ? "a Dockerfile" : found} already, which serves this folder too: go there, or write "dev-in-docker init ." for a project of its own.`);
	}
}
/**
* Names of what is in a folder that nobody has made a project of: outside of a repository, without packages, a Dockerfile or
* settings. A home is none, whatever is in it.
*/
async function findStrangers({ project, repository }) {
	if (existsSync(join(repository, ".git"))) return [];
	const names = await readdir(project).catch(() => []);
	const home = await realpath(readPerson().home).catch(() => "");
	return names.some((name) => [
		...PROJECT_FILES,
		...PACKAGES,
		...PYTEST_FILES
	].includes(name) || requirementsFile(name) !== void 0) && project !== home ? [] : names.sort();
}
/** Looks at a project. Fails with a sentence where one of its files, or its settings, can't be read. */
async function inspectProject({ project, repository }) {
	const dockerfile = await readDockerfilePlan(project);
	const { parseToml } = await import("./cli-toml.js");
	const { requirements, projectFolders, sourceFolders, hasLfs, ...walk } = await walkThrough(project);
	const files = await readTexts(project, dockerfile.path, requirements);
	const pyproject = files["pyproject.toml"];
	const context = relative(repository, project).split(sep).join("/");
	const members = [];
	for (const folder of projectFolders.slice(0, MOST_MEMBERS)) {
		const path = `${folder}/pyproject.toml`;
		const text = await readText(project, path, false).catch(() => void 0);
		const toml = text === void 0 ? void 0 : parsed(() => parseToml(text, path));
		if (text !== void 0) files[path] = text;
		if (toml) members.push({
			folder,
			pyproject: toml,
			hasSourceFolder: sourceFolders.includes(`${folder}/src`)
		});
	}
	return {
		files,
		dockerfile,
		...pyproject === void 0 ? {} : { pyproject: parseToml(pyproject, "pyproject.toml") },
		...walk,
		members,
		hasSourceFolder: sourceFolders.includes("src"),
		context,
		hasLfs: hasLfs || await hasLfsAbove(repository, context),
		workflows: await findWorkflows(repository, context),
		tracked: await trackedFiles(project)
	};
}
/** What is no part of the project after all may be as broken as it likes. */
function parsed(parse) {
	try {
		return parse();
	} catch {
		return;
	}
}
/** What git is told of a folder may stand in each one above it. */
async function hasLfsAbove(repository, context) {
	const parts = context === "" ? [] : context.split("/");
	const folders = parts.map((_, at) => parts.slice(0, at).join("/"));
	return (await Promise.all(folders.map((folder) => readText(repository, join(folder, ".gitattributes"), false).catch(() => void 0)))).some((text) => /\bfilter=lfs\b/.test(text ?? ""));
}
/** What the other commands, called here without options, would go by. */
async function readDockerfilePlan(project) {
	const { inputs } = await completeInputs(noInputs, project);
	return {
		path: inputs.file ?? "Dockerfile",
		target: inputs.target,
		shareTarget: inputs["share-target"]
	};
}
async function readTexts(project, dockerfile, requirements) {
	const files = {};
	const read = async (path, isNeeded) => {
		const text = path in files ? void 0 : await readText(project, path, isNeeded);
		if (text !== void 0) files[path] = text;
		return text;
	};
	for (const path of [dockerfile, ...OTHER_FILES]) await read(path, false);
	for (const path of PACKAGE_FILES) await read(path, true);
	for (const path of ENVIRONMENT_FILES) await read(path, false).catch(() => void 0);
	const environment = files["environment.yml"] ?? files["environment.yaml"];
	const paths = /* @__PURE__ */ new Set([...requirements, ...environment === void 0 ? [] : readEnvironment(environment).includes]);
	for (const path of paths) {
		const isOther = requirementsFile(path)?.purpose === "other";
		await read(path, false).catch((error) => {
			if (!isOther) throw error;
		});
		const { includes, constraints } = readRequirements(files[path] ?? "");
		for (const include of [...includes, ...constraints]) paths.add(besides(path, include));
	}
	const told = [files["pyproject.toml"], files["setup.cfg"]].join("\n");
	for (const { path } of findAttributes(told)) await read(path, false).catch(() => void 0);
	return files;
}
/** Undefined where there is no such file, or only one that Docker would not see. */
async function readText(project, path, isNeeded) {
	const found = path.startsWith("/") ? void 0 : await findWithin(project, path, "isFile");
	if (found === void 0) {
		if (!isNeeded || !await isThere(join(project, path))) return void 0;
		throw new UserError(`${path} is no file of this folder, so Docker can't copy it: put the file itself there.`);
	}
	if ((await stat(found)).size > 32e6) throw new UserError(`${quoted(path)} is too big to be what its name says.`);
	const text = await readFile(found, "utf8").catch((error) => {
		throw new UserError(`${quoted(path)} can't be read (${error.code}): make it yours, or readable for you.`);
	});
	if (text.includes("\0")) throw new UserError(`${quoted(path)} is not in UTF-8 (">" in PowerShell writes UTF-16): save it as UTF-8.`);
	return text.replace(/^\ufeff/, "");
}
/** What is in the place of the repository's workflows, with what each has to do with one of its folders. */
async function findWorkflows(repository, context) {
	const folder = ".github/workflows";
	const names = await readdir(join(repository, folder)).catch(() => []);
	const workflows = [];
	for (const path of names.sort().map((name) => `${folder}/${name}`)) {
		const text = (/\.ya?ml$/.test(path) ? await readText(repository, path, false) : void 0) ?? "";
		workflows.push({
			path,
			usesAction: usesAction(text, context),
			mayPublish: mayPublish(text)
		});
	}
	return workflows;
}
async function isThere(path) {
	return await lstat(path).catch(absent) !== void 0;
}
function absent(error) {
	if (error.code === "ENOENT" || error.code === "ENOTDIR") return void 0;
	throw error;
}
// src/init/steps/origin.ts
/**
* Whose dev-in-docker this is on GitHub, as npm remembers it of what it has fetched from there (npx does); undefined where
* it came from elsewhere.
*/
async function findOwner(file = import.meta.filename) {
	let folder = dirname(file);
	while (basename(dirname(folder)) !== "node_modules") {
		if (dirname(folder) === folder) return void 0;
		folder = dirname(folder);
	}
	return ownerIn(await readFile(join(dirname(folder), ".package-lock.json"), "utf8").catch(() => "{}"), `node_modules/${basename(folder)}`);
}
function ownerIn(lock, name) {
	try {
		const { resolved } = JSON.parse(lock).packages[name];
		return /^git\+\w+:\/\/(?:git@)?github\.com[/:]([\w-]+)\/dev-in-docker(?:\.git)?(?:#|$)/.exec(resolved)?.[1];
	} catch {
		return;
	}
}
// src/init/steps/write.ts
/** What is in the place of a file that may be written. Fails where a folder on the way is a link or no folder. */
async function inspectPath(base, path) {
	await foldersOf(base, path, async (folder) => {
		const stats = await lstat(folder).catch(absent);
		if (stats !== void 0 && !stats.isDirectory()) throw noFolder(folder);
	});
	const stats = await lstat(join(base, path)).catch(absent);
	if (stats === void 0) return { kind: "nothing" };
	if (!stats.isFile()) return { kind: "other" };
	return {
		kind: "file",
		text: stats.size > 32e6 ? "" : await readFile(join(base, path), "utf8")
	};
}
/** Writes a file, whole or not at all, and never through a link. Fails with a sentence where it may not. */
async function writeWhole(base, path, text, isReplacing) {
	const file = join(base, path);
	try {
		await foldersOf(base, path, async (folder) => {
			await mkdir(folder).then(() => handOver(folder), ignoring("EEXIST"));
			if (!(await lstat(folder)).isDirectory()) throw noFolder(folder);
		});
		if (!isReplacing) return await writeNew(file, text);
		const beside = join(dirname(file), `.${basename(file)}.${process.pid}`);
		await writeNew(beside, text);
		await rename(beside, file);
	} catch (error) {
		if (error instanceof UserError) throw error;
		const { code } = error;
		const reason = code === "EACCES" || code === "EPERM" || code === "EROFS" ? "you may not write there" : messageOf(error);
		throw new UserError(`${quoted(file)} can't be written: ${reason}.`);
	}
}
/** Fails where anything is there, a link too. */
async function writeNew(path, text) {
	const file = await open(path, "wx");
	try {
		await file.writeFile(text);
		await handOver(path);
	} catch (error) {
		await rm(path, { force: true });
		throw error;
	} finally {
		await file.close();
	}
}
/** What root makes in somebody's project belongs to them. */
async function handOver(path) {
	if (process.getuid?.() !== 0) return;
	const { uid, gid } = await stat(dirname(path));
	await lchown(path, uid, gid);
}
/** Does something for each folder between a base and a path below it, from the top. */
async function foldersOf(base, path, action) {
	const parts = path.split("/").slice(0, -1);
	for (const index of parts.keys()) await action(join(base, ...parts.slice(0, index + 1)));
}
function noFolder(path) {
	return new UserError(`${quoted(path)} is a link or no folder: nothing is written there.`);
}
function ignoring(code) {
	return (error) => {
		if (error.code !== code) throw error;
	};
}
// src/laptop/commands/init.ts
/** Writes what a project lacks. Resolves with the exit code; fails with a sentence where nothing, or not all, is written. */
async function init({ folder, isForced, isDryRun, isVerbose, isQuiet }) {
	const folders = await findFolders(folder);
	const say = (lines) => isQuiet || lines.length === 0 || console.log(plain(lines.join("\n")));
	const strangers = folder === void 0 && !isDryRun ? await findStrangers(folders) : [];
	if (strangers.length > 0 && !await isWanted(folders.project, strangers)) {
		say(["Nothing was written."]);
		return 1;
	}
	const plan = planInit(await inspectProject(folders), isForced);
	const owner = await findOwner();
	if (folders.project !== process.cwd()) say([`The project is ${folders.project}.`, ""]);
	const files = [];
	for (const planned of plan.files) {
		const file = {
			...planned,
			text: owner === void 0 ? planned.text : withOwner(planned.text, owner)
		};
		const there = await inspectPath(folders[file.base], file.path);
		files.push({
			...file,
			fate: fateOf(file, there, isForced),
			there: there.kind === "file" ? there.text : void 0
		});
	}
	const width = Math.max(...[...files, ...plan.kept].map((file) => shown(folders, file).length));
	for (const { fate, ...file } of files) {
		const isKept = fate === "keep";
		if (!isKept && !isDryRun) await writeWhole(folders[file.base], file.path, file.text, fate === "overwrite");
		const about = !isKept ? file.about : `is there already${file.there === file.text ? ", unchanged" : ""}`;
		say([fateLine(WORDS[fate][isDryRun ? 1 : 0], shown(folders, file).padEnd(width), about)]);
		if (!isKept && (isDryRun || isVerbose)) say([...indented(file.text), ""]);
	}
	say(plan.kept.map((file) => fateLine(WORDS.keep[isDryRun ? 1 : 0], shown(folders, file).padEnd(width), file.about)));
	const isUnowned = files.some(({ base, fate, there, text }) => base === "repository" && (fate === "keep" ? there : text)?.includes(NOBODY));
	const notes = [...plan.notes, ...isUnowned ? [ownerNote(owner)] : []];
	if (notes.length > 0) say(["", ...notes]);
	say(nextSteps(folders, files.every(({ fate }) => fate === "keep"), isDryRun, owner));
	return 0;
}
/** Whether to write into a folder with other things; without a terminal, nobody can be asked. */
async function isWanted(project, others) {
	const rest = others.length > 3 ? ` and ${others.length - 3} more` : "";
	const what = `${project} is in no git repository, and has other things in it (${others.slice(0, 3).join(", ")}${rest})`;
	if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) throw new UserError(`${what}: go to your project's folder, or write "dev-in-docker init ." to make this one.`);
	const terminal = createInterface({
		input: process.stdin,
		output: process.stdout
	});
	const answer = await terminal.question(plain(`${what}. Write a project into it? [y/N] `)).finally(() => terminal.close());
	return /^y(?:es)?$/i.test(answer.trim());
}
function indented(text) {
	return text.trimEnd().split("\n").map((line) => `  | ${line}`.trimEnd());
}
/** Done, and would be done. */
const WORDS = {
	write: ["wrote", "would write"],
	overwrite: ["overwrote", "would overwrite"],
	keep: ["kept", "would keep"]
};
const NOBODY = "OWNER/dev-in-docker@";
function withOwner(text, owner) {
	return text.replace(/^.*in place of OWNER.*\n/im, "").replaceAll(NOBODY, `${owner}/dev-in-docker@`);
}
function ownerNote(owner) {
	return `In the workflows, in place of OWNER, write ${owner === void 0 ? "whose dev-in-docker you use" : `"${owner}"`}.`;
}
function fateLine(word, path, about) {
	return `${word.padEnd(9)}  ${path}  ${about}`;
}
/** A file as somebody would name it where they are. */
function shown(folders, { base, path }) {
	return relative(process.cwd(), join(folders[base], path));
}
function nextSteps({ project }, isComplete, isDryRun, owner = "OWNER") {
	if (isDryRun) return ["", "Nothing was written."];
	const folder = relative(process.cwd(), project);
	const command = isStartedByNpx() ? `npx github:${owner}/dev-in-docker` : "dev-in-docker";
	return [
		"",
		isComplete ? "Nothing is missing. Next:" : "Next:",
		...folder === "" ? [] : [`  cd ${quote(folder)}`],
		`  ${command} test    builds the dev stage and runs the tests in it`,
		`  ${command} dev     opens a shell in it`
	];
}
export { init };
