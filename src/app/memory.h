// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

/// How much memory the program holds on to. For the main thread of a service, once or seldom each; glibc on Linux.
namespace gatehouse::app {

/// From now on what a request frees stays with the program, for the next one. Before any thread is started.
void keepFreedMemory();

/// What is free goes back to the system, of all threads, once: a configuration leaves behind what reading it took, and no
/// request needs that.
void giveBackFreedMemory();

/// Lets go of the program's code and constant tables. What is still needed comes back by itself, at a page fault for each 64 KiB:
/// at the start all of it is mapped that lies around what has run, which is eight times as much as has run.
void forgetWhatStartingRan();

} // namespace gatehouse::app
