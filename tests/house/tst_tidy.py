# SPDX-FileCopyrightText: 2026 The Gatehouse authors
# SPDX-License-Identifier: Apache-2.0
"""packaging/tidy looks at many files as one: it must find what it finds in each alone. tst_tidy.py TIDY: in a small house of its own."""
import json, os, re, shutil, subprocess, sys, tempfile, unittest

sys.dont_write_bytecode = True
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(ROOT, "packaging"))
import batches

NO_TOOL = 77
SHAPE = """#pragma once
namespace gatehouse::room {
struct Shape {
    virtual ~Shape() = default;
    virtual int corners() const;
};
struct Square : Shape {
    int corners() const;
};
}
"""
MOVED = """#include "gateway/room/words.h"
#include <string>
#include <utility>
namespace gatehouse::room {
std::size_t moved(std::string word)
{
    const std::string taken = std::move(word);
    return word.size() + taken.size();
}
}
"""


def nothing(name):
    return f"namespace gatehouse::room {{\nint {name}();\nint {name}() {{ return 1; }}\n}}\n"


def folder_for(test):
    folder = tempfile.mkdtemp(prefix="gatehouse-tidy.")
    test.addCleanup(shutil.rmtree, folder)
    return folder


class House:
    """A folder with packaging/tidy in it, the sources given and a build directory that Ninja built."""

    def __init__(self, folder, files):
        self.folder, self.room = folder, os.path.join(folder, "src", "gateway", "room")
        self.build = os.path.join(folder, "build", "release")
        for path in (self.room, self.build, os.path.join(folder, "packaging")):
            os.makedirs(path)
        for path in ("packaging/tidy", "packaging/batches.py", ".clang-tidy"):
            shutil.copy(os.path.join(ROOT, path), os.path.join(folder, path))
        for name, text in files.items():
            self.write(name, text)
        self.configure([name for name in files if name.endswith(".cpp")])

    def write(self, name, text):
        with open(os.path.join(self.room, name), "w") as file:
            file.write(text)

    def configure(self, names):
        ninja = ["rule cc", "  command = c++ -std=c++20 -fsyntax-only -MD -MF $out.d -I../../src $in && touch $out", "  depfile = $out.d", "  deps = gcc"]
        entries = []
        for name in names:
            path = os.path.join(self.room, name)
            ninja.append(f"build {name}.o: cc {path}")
            entries.append({"directory": self.build, "file": path, "command": f"c++ -std=c++20 -I../../src -o {name}.o -c {path}"})
        with open(os.path.join(self.build, "build.ninja"), "w") as file:
            file.write("\n".join(ninja) + "\n")
        with open(os.path.join(self.build, "compile_commands.json"), "w") as file:
            json.dump(entries, file)
        subprocess.run(["ninja", "-C", self.build], check=True, capture_output=True)

    def compile_as_one(self, *names):
        """As packaging/batch has it."""
        batch = os.path.join(self.build, "room_and_others.cpp")
        with open(batch, "w") as file:
            file.writelines(f'#include "{os.path.join(self.room, name)}"\n' for name in names)
        with open(os.path.join(self.build, "compile_commands.json"), "w") as file:
            json.dump([{"directory": self.build, "file": batch, "command": f"c++ -std=c++20 -I../../src -o one.o -c {batch}"}], file)

    def tidy(self, *names):
        run = subprocess.run([os.path.join(self.folder, "packaging", "tidy"), self.build, *(os.path.join(self.room, name) for name in names)],
                             capture_output=True, text=True)
        return run.returncode, run.stdout + run.stderr


def findings(text):
    return {(os.path.basename(path), int(line), check) for path, line, check in re.findall(r"^(/\S+?):(\d+):\d+: error: .*\[([\w-]+)", text, re.M)}


def failed(text):
    return sorted(os.path.basename(name) for names in re.findall(r"FAILED (.*)$", text, re.M) for name in names.split())


@unittest.skipUnless(shutil.which("clang-tidy-14") or shutil.which("clang-tidy"), "clang-tidy is not installed")
class Looking(unittest.TestCase):
    def house(self, files):
        return House(folder_for(self), files)

    def test_a_batch_finds_what_each_file_finds_alone_and_where(self):
        files = {"words.h": "#pragma once\n#include <string>\nnamespace gatehouse::room {\nstd::size_t moved(std::string word);\n}\n", "shape.h": SHAPE,
                 "moved.cpp": MOVED, "clean.cpp": nothing("clean"), "shape.cpp": '#include "gateway/room/shape.h"\n' + nothing("shape"),
                 "other.cpp": '#include "gateway/room/shape.h"\n' + nothing("other")}
        house = self.house(files)
        status, together = house.tidy()
        self.assertEqual(status, 1)
        self.assertIn("4 files, 4 to look at in 1 batches", together)
        self.assertEqual(findings(together), {("moved.cpp", 8, "bugprone-use-after-move"), ("shape.h", 8, "modernize-use-override")})
        self.assertEqual(failed(together), ["moved.cpp", "other.cpp", "shape.cpp"])
        self.assertIn("1 clean, 3 with findings", together)
        alone = [house.tidy(name) for name in ("moved.cpp", "shape.cpp", "other.cpp", "clean.cpp")]
        self.assertEqual([status for status, _ in alone], [1, 1, 1, 0])
        self.assertEqual(set.union(*(findings(text) for _, text in alone)), findings(together))
        self.assertIn("1 files, 0 to look at", alone[-1][1])

    def test_what_the_scan_overlooks_is_looked_at_alone(self):
        house = self.house({f"{name}.cpp": f"namespace {{\nint same, {name} = 1;\n}}\nint {name}Sum();\nint {name}Sum() {{ return same + {name}; }}\n"
                            for name in ("one", "two", "three")})
        status, text = house.tidy()
        self.assertIn("3 to look at in 1 batches", text)
        self.assertEqual((status, failed(text)), (0, []))
        self.assertIn("Did not get on with their batch: src/gateway/room/", text)
        self.assertIn("3 clean, 0 with findings", text)

    def test_what_is_compiled_as_one_is_looked_at_as_each(self):
        house = self.house({"moved.cpp": MOVED, "clean.cpp": '#include "gateway/room/words.h"\n' + nothing("clean"),
                            "words.h": "#pragma once\n#include <string>\nnamespace gatehouse::room {\nstd::size_t moved(std::string word);\n}\n"})
        house.compile_as_one("moved.cpp", "clean.cpp")
        status, text = house.tidy()
        self.assertEqual((status, failed(text)), (1, ["moved.cpp"]))
        self.assertIn("1 clean, 1 with findings", text)
        house.write("words.h", "#pragma once\n#include <string>\nnamespace gatehouse::room {\nstd::size_t moved(std::string); // again\n}\n")
        self.assertIn("2 files, 2 to look at", house.tidy()[1])

    def test_a_file_that_does_not_compile_is_named_and_no_other(self):
        house = self.house({f"{name}.cpp": nothing(name) for name in ("one", "two", "three")})
        house.write("two.cpp", "int two() { return nobody; }\n")
        status, text = house.tidy()
        self.assertEqual((status, failed(text)), (1, ["two.cpp"]))
        self.assertEqual(findings(text), {("two.cpp", 1, "clang-diagnostic-error")})
        self.assertIn("2 clean, 1 with findings", text)


class Scanning(unittest.TestCase):
    def sources(self, files):
        folder = folder_for(self)
        for name, text in files.items():
            with open(os.path.join(folder, name), "w") as file:
                file.write(text)
        return [batches.Source(os.path.join(folder, name), folder) for name in files if name.endswith(".cpp")]

    def source(self, text):
        return self.sources({"x.cpp": text})[0]

    def test_the_names_a_file_declares_for_itself_are_found(self):
        for text, names in {
            "namespace { struct Row { int a; }; }": ["Row"],
            "namespace { enum class Mood { Glad, Sad }; enum { Red, Blue = 3 }; }": ["Mood", "Red", "Blue"],
            "namespace { const std::map<int, std::vector<int>> table {{1, {2}}}; constexpr int sizes[] = {1, 2}; }": ["table", "sizes"],
            "namespace { template <typename T, int N = (3 > 2)> T first(std::array<T, N> all) { return all[0]; } }": ["first"],
            "namespace { [[maybe_unused]] std::string_view text(int, char) { return \"struct Not {\"; } }": ["text"],
            "namespace { Q_LOGGING_CATEGORY(shop, \"a.b\") }": ["shop"],
            "namespace a { namespace b = c::d; using c::e; using F = int; static int g() { if (1) { return 2; } return u'{'; } }": ["b", "e", "F", "g"],
            "int h(int i) { struct Inner {}; return i; }": ["h"],
            "A::A(int j) : m_j {j}, m_k(j) { }\nint A::l() const { return 1; }": [],
        }.items():
            found = set(self.source(text).names) - {"int"}
            self.assertEqual(found, set(names), text)

    def test_every_name_of_a_line_is_found(self):
        self.assertEqual(list(self.source("namespace { constexpr int a = 1, b = size(2, 3), c = 4; }").names), ["a", "b", "c"])

    def test_only_a_file_that_mentions_such_a_name_is_disturbed(self):
        one = self.source("namespace { int size(int); } namespace { using people::Kind; }")
        for text, disturbed in {"int x() { return size(3.0); }": True, "int x(A a) { return a.size() + a->size() + other::size(1); }": False,
                                "// size\nint x() { return \"size\"[0]; }": False, "using people::Kind; Kind x();": False,
                                "int Kind::x() { return 1; }": True, "using audit::Kind; Kind x();": True, "audit::Kind x();": False}.items():
            other = self.source(text)
            self.assertEqual(bool(one.disturbing(other) or other.disturbing(one)), disturbed, text)

    def test_who_is_disturbed_may_share_a_batch_where_the_name_can_be_told_from_others(self):
        said, asked = self.source("int x() { return size(3.0); }"), "namespace { int size(int i) { return i; } }"
        self.assertFalse(batches.cannot_share(self.source(asked), said))
        for more in ("int y(A a) { return a.size(); }", "int y(A *a) { return a->size(); }", "int y() { return b::size(); }"):
            self.assertTrue(batches.cannot_share(self.source(asked + more), said), more)
        self.assertTrue(batches.cannot_share(self.source("const int size = 3;"), said)) # which another file may be told of

    def test_what_its_header_declares_is_not_its_own(self):
        own, = self.sources({"x.h": "int parse(int);", "x.cpp": '#include "x.h"\nint parse(int a) { return a; }\nint other() { return 1; }'})
        self.assertEqual(list(own.names), ["other"])

    def test_what_the_header_of_another_declares_is_not_used_for_something_else(self):
        one, two, three = self.sources({"deep.h": "namespace a { int select(int); }", "door.h": '#include "deep.h"\nint Far::pick();',
                                        "one.cpp": '#include "door.h"\n', "two.cpp": "namespace { const char *select = nullptr; }",
                                        "three.cpp": "namespace { int pick; }"})
        self.assertEqual([two.disturbing(one), three.disturbing(one)], [{"select"}, set()])

    def test_a_file_that_defines_macros_or_includes_its_moc_stands_alone(self):
        self.assertTrue(self.source("#define A 1\n").stands_alone)
        self.assertTrue(self.source('int a;\n#include "x.moc"\n').stands_alone)
        self.assertFalse(self.source('#include "a.h" // #define\n#include <b>\n').stands_alone)


if __name__ == "__main__":
    unittest.main()
