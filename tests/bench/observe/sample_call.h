// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/core/receipt.h"
#include "gateway/observe/traffic/capture.h"

#include <cstddef>
#include <memory>

/// A call of which everything is known, with a conversation of a given length.
namespace gatehouse::bench {

/// With what was said: a request of about \a bytes, and an answer of a kilobyte.
std::shared_ptr<const Receipt> sampleReceipt(std::size_t bytes);
/// The same answered in 200 events.
std::shared_ptr<const Receipt> streamedReceipt(std::size_t bytes);
/// The four wires of such a call; it has ended.
std::shared_ptr<observe::traffic::Capture> sampleCapture(std::shared_ptr<const Receipt> receipt);

} // namespace gatehouse::bench
