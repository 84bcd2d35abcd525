// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/cache/memory.h"
#include "gateway/config/file_question.h"
#include "gateway/config/reading.h"
#include "gateway/limits/ledger.h"
#include "gateway/observe/log.h"
#include "gateway/observe/observer.h"
#include "gateway/observe/receipt_ring.h"
#include "gateway/people/directory.h"
#include "gateway/pipeline/check_book.h"
#include "gateway/pipeline/coalescer.h"
#include "gateway/pipeline/response_store.h"
#include "gateway/pipeline/switchboard.h"
#include "gateway/routing/budgets.h"
#include "gateway/routing/health.h"
#include "gateway/routing/turnstile.h"
#include "gateway/store/journal.h"
#include "gateway/store/keeper.h"
#include "gateway/tokens/counter.h"

#include <functional>
#include <memory>
#include <string>

namespace gatehouse::pipeline {

/// What all workers truly share. Each member has its own small lock inside.
struct Shared {
    observe::Log &log;
    observe::ReceiptRing ring = {};
    std::shared_ptr<observe::traffic::Purse> captureRoom =
        std::make_shared<observe::traffic::Purse>(); ///< for the wires of what runs
    observe::Observer observer = {};                 ///< is told of all that happens
    Switchboard switchboard = {};                    ///< to every worker
    tokens::Counter counter = {};
    ResponseStore responses = {};
    routing::Budgets budgets = {};
    routing::Health health = {};
    routing::Turnstile turnstile = {};
    CheckBook checks = {};
    Coalescer coalescer = {};
    cache::Memory answers = {};                        ///< that are kept, where they are kept in memory
    people::Directory directory = {};                  ///< keys, users, teams …
    limits::Ledger ledger = {};                        ///< what they use
    store::Journal journal = {};                       ///< where every receipt goes before its answer ends
    store::Keeper keeper {journal, directory, ledger}; ///< brings it into SQL, and keeps what is administered
    /// Brings what was stored at run time (models, credentials, settings) into use, and tells \a done when every worker has it.
    /// From any thread; \a done is called on any.
    std::function<void(std::function<void(Result<>)> done)> applyStored = {};
    config::LendReading lendReading = {}; ///< for what is tried out before it is configured
    std::string spoolDirectory = {};      ///< where uploads are kept while they are passed on
    /// Asks what the configuration's file is, and changes it. From any thread; answered on another. Empty where nobody keeps one.
    std::function<void(config::FileQuestion question, std::function<void(config::FileAnswer)> done)> askConfigFile = {};
};

} // namespace gatehouse::pipeline
