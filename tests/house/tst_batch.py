# SPDX-FileCopyrightText: 2026 The Gatehouse authors
# SPDX-License-Identifier: Apache-2.0
"""packaging/batch makes one file of many: what comes out must do what each of them does. Compiles small ones."""
import os, shutil, subprocess, sys, tempfile, unittest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def a_test(status):
    return f"namespace {{\nint helper() {{ return {status}; }}\n}}\nint main(int, char *[])\n{{\n    return helper();\n}}\n"


class Batching(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="gatehouse-batch.")
        self.addCleanup(shutil.rmtree, self.folder)
        self.room = os.path.join(self.folder, "room")
        os.makedirs(self.room)

    def write(self, files):
        paths = [os.path.join(self.room, name) for name in files]
        for path, text in zip(paths, files.values()):
            with open(path, "w") as file:
                file.write(text)
        return paths

    def batch(self, *arguments):
        """[(file, [the names of its members])] of what it says that it wrote."""
        run = subprocess.run([sys.executable, os.path.join(ROOT, "packaging", "batch"), *arguments], capture_output=True, text=True, check=True)
        parts = [entry.split("|") for entry in run.stdout.split(";") if entry]
        return [(file, [os.path.basename(member) for member in members]) for file, *members in parts]

    def batch_of_tests(self, files):
        return self.batch("--tests", os.path.join(self.folder, "out"), *self.write(files))

    def test_a_program_is_each_of_its_tests_by_its_name(self):
        (file, members), = self.batch_of_tests({"tst_one.cpp": a_test(11), "tst_two.cpp": a_test(12)})
        self.assertEqual(members, ["tst_one.cpp", "tst_two.cpp"])
        program = os.path.join(self.folder, "program")
        subprocess.run(["c++", "-std=c++20", "-o", program, file], check=True)
        for name, status in {"tst_one": 11, "tst_two": 12, "tst_nobody": 2}.items():
            os.symlink("program", os.path.join(self.folder, name))
            self.assertEqual(subprocess.run([os.path.join(self.folder, name)]).returncode, status, name)

    def test_a_test_that_means_something_else_in_a_namespace_stays_alone(self):
        alone = {"tst_adds.cpp": "namespace QTest { int x; }\n", "tst_defines.cpp": "#define A 1\n", "tst_declares.cpp": "Q_DECLARE_METATYPE(int)\n",
                 "tst_specialises.cpp": "template <> struct X<int> {};\n"}
        files = {"tst_a.cpp": a_test(1), **alone, "tst_b.cpp": "using namespace std;\nnamespace { int x; }\n" + a_test(2)}
        (_, members), = self.batch_of_tests(files)
        self.assertEqual(members, ["tst_a.cpp", "tst_b.cpp"])

    def test_tests_are_shared_out_evenly(self):
        made = self.batch_of_tests({f"tst_{index:02}.cpp": a_test(index) for index in range(13)})
        self.assertEqual([len(members) for _, members in made], [7, 6])

    def test_sources_may_have_the_same_name_for_themselves(self):
        sources = self.write({name + ".cpp": f"namespace {{\nstruct Row {{ int value = {value}; }};\nint helper() {{ return Row().value; }}\n}}\n"
                                             f"int {name}() {{ return helper(); }}\n" for name, value in {"a": 1, "b": 2}.items()})
        (file, members), = self.batch(os.path.join(self.folder, "out"), *sources)
        self.assertEqual(members, ["a.cpp", "b.cpp"])
        main = os.path.join(self.folder, "main.cpp")
        with open(main, "w") as text:
            text.write("int a();\nint b();\nint main() { return a() * 10 + b(); }\n")
        program = os.path.join(self.folder, "program")
        subprocess.run(["c++", "-std=c++20", "-o", program, main, file], check=True)
        self.assertEqual(subprocess.run([program]).returncode, 12)

    def test_sources_that_disturb_each_other_are_in_different_batches(self):
        sources = self.write({name + ".cpp": f"namespace {{\nint {own};\n}}\nint {name}(const Row &row) {{ return {own} + row.{own}; }}\n" for name, own in
                              {"a": "same", "b": "same", "c": "other", "d": "last"}.items()})
        made = self.batch(os.path.join(self.folder, "out"), *sources)
        for _, members in made:
            self.assertFalse({"a.cpp", "b.cpp"} <= set(members), made)
        self.assertGreaterEqual(sum(len(members) for _, members in made), 3)

    def test_an_enumerator_is_a_name_and_its_value_is_none(self):
        sources = self.write({name + ".cpp": f"#include <limits>\nusing namespace std;\nnamespace {{\nenum Role {{ First = INT_MAX_{name}::value, Second }};\n}}\n"
                              for name in ("a", "b")})
        (file, _), = self.batch(os.path.join(self.folder, "out"), *sources)
        with open(file) as text:
            renamed = {line.split()[1] for line in text if line.startswith("#define")}
        self.assertEqual(renamed, {"Role", "First", "Second"})

    def test_operators_keep_their_name(self):
        sources = self.write({name + ".cpp": "struct Row;\nnamespace {\nint operator/(const Row &, int) { return 1; }\n}\n" for name in ("a", "b")})
        self.assertEqual(self.batch(os.path.join(self.folder, "out"), *sources), [])

    def test_a_batch_that_stays_as_it_is_is_not_written_again(self):
        files = {"tst_one.cpp": a_test(1), "tst_two.cpp": a_test(2)}
        (file, _), = self.batch_of_tests(files)
        os.utime(file, (1, 1))
        self.batch_of_tests(files)
        self.assertEqual(os.stat(file).st_mtime, 1)


if __name__ == "__main__":
    unittest.main()
