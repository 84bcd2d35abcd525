# SPDX-FileCopyrightText: 2026 The Gatehouse authors
# SPDX-License-Identifier: Apache-2.0
"""Which C++ files may be looked at as one, because they mean together what each of them means alone.

Nearly all of what one file costs are the headers of Qt and of the standard library, which a batch reads once. A batch is a
file that includes its members, after all that they include themselves. No member may see what another one declares for
itself: where one mentions such a name of another, the other's has a longer name while it is read. Two files of which one
has such a name that cannot be told from a member's of a class do not share a batch. The scan knows the layout of the house
and no more of C++ than that; what it overlooks and the compiler does not is looked at singly (packaging/tidy).
"""
import functools, itertools, os, re

LARGEST = 24
FILE_NAME = "{}_and_others.cpp"

NOISE = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^\s()\\]{0,16})\(.*?\)\1"|"(?:[^"\\\n]|\\.)*"|(?<![0-9a-fA-F])\'(?:[^\'\\\n]|\\.)+\'', re.S)
DIRECTIVE = re.compile(r"^[ \t]*#[ \t]*(\w+)(.*)$", re.M)
TOKEN = re.compile(r"[A-Za-z_]\w*|::|->|[^\s\w]")
WORD = re.compile(r"[A-Za-z_]\w*")
CLASSES = ("class", "struct", "union", "enum")
OPEN, CLOSE = "([{", ")]}"
IN_NO_NAMESPACE, AS_CONST = "in a namespace without a name", "const or static" # how a name is hidden from other files


class Source:
    """One file: what it includes, the words it uses, the names it declares for itself (with the text of a `using`), and
    those that the headers of the house declare for it."""

    def __init__(self, path, root):
        directives, tokens = parts_of(path)
        self.path = path
        self.includes = [rest.strip() for word, rest in directives if word == "include"]
        self.stands_alone = any(word != "include" for word, _ in directives) or any(map(is_moc, self.includes))
        self.words = {token for before, token in zip([""] + tokens, tokens) if before not in (".", "->", "::") and WORD.match(token)}
        self.public = names_in_headers(headers_among(self.includes, path, root), root)
        self.opened, self.names, hidden_names = set(), {}, set()
        for head, inside, hidden in declarations(tokens):
            if head[:2] in (["using", "namespace"], ["using", "enum"]):
                self.opened.add(" ".join(head))
                continue
            meaning = " ".join(head) if head[0] == "using" else None
            self.names.update((name, meaning) for name in names_of(head, inside) if hidden or meaning or name not in self.public)
            hidden_names.update(names_of(head, inside) if hidden is IN_NO_NAMESPACE and not meaning else [])
        members = {token for before, token in zip(tokens, tokens[1:]) if before in (".", "->", "::")}
        self.renamable = hidden_names - members - self.public - {"operator"}

    def disturbing(self, other):
        """The names of this one that the other one must not see."""
        return {name for name, meaning in self.names.items()
                if name in other.words and (meaning is None or other.names.get(name) != meaning)
                or name in other.public and name not in self.public}

    def disturbs(self, other):
        return not self.disturbing(other) <= self.renamable


def parts_of(path):
    """The directives of the preprocessor in a file, as (word, rest), and its other tokens without comments and texts."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    directives = DIRECTIVE.findall(NOISE.sub(lambda match: match[0] if match[0][0] == '"' else " ", text))
    return directives, TOKEN.findall(DIRECTIVE.sub("", NOISE.sub(" ", text)))


def is_moc(line):
    return ".moc" in line or '"moc_' in line


def headers_among(includes, path, root):
    """The headers of ours that the file at `path` asks for in these lines: beside it, or below `root`."""
    asked = [line.strip('"') for line in includes if line.startswith('"')]
    places = [[os.path.normpath(os.path.join(folder, name)) for folder in (os.path.dirname(path), root)] for name in asked]
    return [place for both in places for place in both if os.path.isfile(place)]


def headers_of(path, root):
    """All headers of ours that a file includes, and they include themselves."""
    found, waiting = set(), [path]
    while waiting:
        new = set(headers_asked_for(waiting.pop(), root)) - found
        found |= new
        waiting += new
    return found


@functools.lru_cache(maxsize=None)
def headers_asked_for(path, root):
    return headers_among([rest.strip() for word, rest in parts_of(path)[0] if word == "include"], path, root)


def names_in_headers(paths, root):
    """What these headers declare, with all that they include themselves."""
    return set().union(*(names_in_header(path, root) for path in paths))


@functools.lru_cache(maxsize=None)
def names_in_header(path, root):
    tokens = parts_of(path)[1]
    names = {name for head, inside, _ in declarations(tokens) for name in names_of(head, inside)}
    return names | names_in_headers(headers_asked_for(path, root), root)


def past(tokens, at):
    """The index after the bracket that closes the one at `at`."""
    depth = 0
    for index in range(at, len(tokens)):
        depth += (tokens[index] in OPEN) - (tokens[index] in CLOSE)
        if depth == 0:
            return index + 1
    return len(tokens)


def declarations(tokens):
    """(head, what its braces hold, is it hidden from other files) of all that is declared in a namespace and not in something else.
    What is const and has a name of a namespace may still be declared in a header."""
    at, hidden = 0, []
    while at < len(tokens):
        if tokens[at] in ("}", ";"):
            if tokens[at] == "}":
                hidden.pop()
            at += 1
            continue
        start = at
        while at < len(tokens) and tokens[at] not in ("{", "}", ";"):
            at = past(tokens, at) if tokens[at] in OPEN else at + 1
        head = tokens[start:at]
        if "namespace" in head[:2] and head[0] != "using":
            if "=" in head:
                yield ["using"] + head[1:], [], AS_CONST
            else:
                hidden.append(head[-1] == "namespace")
                at += 1
            continue
        inside_from = at
        while at < len(tokens) and tokens[at] not in ("}", ";"):
            at = past(tokens, at) if tokens[at] in OPEN else at + 1
            if tokens[at - 1] == "}" and tokens[at:at + 1] not in ([","], ["{"]):
                break
        is_const = bool({"static", "const", "constexpr"} & set(head[:2]))
        yield head, tokens[inside_from:at], IN_NO_NAMESPACE if any(hidden) else AS_CONST if is_const else None


def names_of(head, inside):
    head = without_template(head)
    if head[0] == "using":
        return [head[1] if "=" in head else head[-1]]
    if head[0] in CLASSES:
        title = list(itertools.takewhile(lambda token: token != ":", head[1:]))
        names = [word for word in title if WORD.match(word) and word not in ("class", "struct", "final")][:1]
        values = inside if head[0] == "enum" and head[1:2] not in (["class"], ["struct"]) else []
        return ([] if "::" in title else names) + [word for before, word in zip(values, values[1:]) if before in ("{", ",") and WORD.match(word)]
    end = declarator(head)
    if "operator" in head[:end]:
        return ["operator"]
    name = head[end - 1] if end else ""
    if not WORD.match(name) or name == "static_assert" or head[end - 2:end - 1] == ["::"]:
        return []
    # A macro declares what it is given.
    return [word for word in head[end:] if WORD.match(word)] if name.isupper() and end == 1 else [name, *further_names(head[end:])]


def further_names(rest):
    """b and c of `int a = 1, b = 2, c = 3`."""
    return [name for comma, name, equals in zip(rest, rest[1:], rest[2:]) if (comma, equals) == (",", "=") and WORD.match(name)]


def without_template(head):
    """The head without attributes and without what stands between template and its last >."""
    while head[:1] == ["["]:
        head = head[past(head, 0):]
    if head[:1] == ["template"]:
        at, depth = 1, 0
        while at < len(head) and (at == 1 or depth > 0):
            depth += (head[at] == "<") - (head[at] == ">")
            at = past(head, at) if head[at] in OPEN else at + 1
        return without_template(head[at:])
    return head or [""]


def declarator(head):
    """Where the name ends: before the first (, [ or = that is not among the arguments of a template."""
    depth = 0
    for index, token in enumerate(head):
        depth += (token == "<") - (token == ">")
        if depth == 0 and token in ("(", "[", "="):
            return index
    return len(head)


def cannot_share(one, other):
    return one.disturbs(other) or other.disturbs(one)


def batches(paths, key, root):
    """Lists of sources, each a batch; `key` tells which files are compiled alike. A file that suits nobody is a batch by itself."""
    alike = {}
    for source in (Source(path, root) for path in sorted(paths)):
        alike.setdefault((key(source.path), frozenset(source.opened), source.path if source.stands_alone else ""), []).append(source)
    found = []
    for members in alike.values():
        found += packed(members)
    return sorted(found, key=len, reverse=True)


def packed(sources):
    """Whoever disturbs most chooses first: that leaves the fewest batches."""
    trouble = {source.path: sum(cannot_share(source, other) for other in sources) for source in sources}
    found = []
    for source in sorted(sources, key=lambda source: -trouble[source.path]):
        for batch in found:
            if len(batch) < LARGEST and not any(cannot_share(source, other) for other in batch):
                batch.append(source)
                break
        else:
            found.append([source])
    return found


def text_of(members):
    """The file that stands for its members: first all that they include, so that no header meets what a .cpp file declares."""
    includes = dict.fromkeys(line for member in members for line in member.includes)
    return "".join(f"#include {line}\n" for line in includes) + "".join(text_of_member(member, members) for member in members)


def text_of_member(member, members):
    """Its names that disturb others carry the place of its file while it is read."""
    names = sorted(set().union(*(member.disturbing(other) for other in members if other is not member)))
    place = re.sub(r"\W", "_", "_".join(member.path.split(os.sep)[-2:]).removesuffix(".cpp"))
    defined = "".join(f"#define {name} {name}_of_{place}\n" for name in names if name in member.renamable)
    return defined + f'#include "{member.path}"\n' + re.sub(r"#define (\w+) .*", r"#undef \1", defined)


def members_of(path):
    """The members of the batch that is this file; the file itself when it is none."""
    if not path.endswith(FILE_NAME.format("")):
        return [path]
    with open(path, encoding="utf-8") as file:
        return re.findall(r'^#include "(/[^"]+\.cpp)"$', file.read(), re.M)
