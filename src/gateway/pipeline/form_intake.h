// SPDX-FileCopyrightText: 2026 The Gatehouse authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gateway/pipeline/spool.h"
#include "gateway/translate/form_fields.h"
#include "gateway/wire/body_source.h"
#include "gateway/wire/form_scanner.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace gatehouse::pipeline {

class FormUpload;

/// Hears how a form comes in. None of these may destroy the intake.
class IntakeListener
{
public:
    /// The fields are known: all of them, or those before the first file if the model is among them.
    virtual void onFormReady() = 0;
    /// A field came behind a file after onFormReady(): what was made of the fields no longer holds. onFormReady() comes again.
    virtual void onFormTurned() = 0;
    virtual void onFormFailed(Error error) = 0;

protected:
    ~IntakeListener() = default;
};

/// A client's form on its way in: its text fields are kept, its files go to a spool with our own boundary between them (a client
/// who cannot know it cannot hide a field in a file), and from there to providers, as often as the call is tried. Owned by an
/// exchange, on its thread.
class FormIntake final : private wire::BodyListener, private wire::FormListener
{
public:
    static constexpr std::size_t largestField = 256 * 1024;
    static constexpr std::size_t largestFields = 1024 * 1024; ///< all together

    struct Origin {
        std::unique_ptr<wire::BodySource> body;
        std::string boundary;      ///< the client's
        std::string directory;     ///< of the spool
        bool isModelKnown = false; ///< without the form
    };

    FormIntake(Origin origin, IntakeListener &listener);
    ~FormIntake();

    /// Begins to read; the listener may hear of it at once.
    void start();
    bool hasEnded() const { return m_hasEnded; }
    bool hasFiles() const { return m_partsBegin.has_value(); }
    /// The fields that are known, as the text of a JSON object.
    Result<std::string> fields() const { return translate::fieldsToJson(m_fields); }
    /// The form for a provider: the members of \a fields, then the files. There may be one at a time.
    std::unique_ptr<wire::BodySource> upload(std::string_view fields);
    std::string contentType() const { return "multipart/form-data; boundary=" + m_boundary; }

private:
    friend class FormUpload;

    void onBodyReady() override;
    Result<> onPart(wire::PartHead head) override;
    Result<> onContent(std::string_view bytes) override;
    Result<> onPartEnd() override;

    Result<> pump();
    void tell();
    Result<> checkField();
    std::optional<std::uint64_t> uploadLength(std::size_t fields) const;
    std::string closing() const;

    IntakeListener &m_listener;
    Origin m_origin;
    std::string m_boundary; // ours
    Spool m_spool;
    wire::FormScanner m_scanner;
    std::vector<translate::FormField> m_fields;
    std::optional<std::size_t> m_partsBegin; // of the client's body, where the first file's delimiter stands
    FormUpload *m_upload = nullptr;          // owned by upstream/
    std::size_t m_fieldBytes = 0;
    bool m_isFile = false; // the part that is being read
    bool m_hasModel = false;
    bool m_hasEnded = false;
    bool m_isReady = false;   // told
    bool m_hasTurned = false; // a field came behind a file
    bool m_isTurnTold = false;
};

} // namespace gatehouse::pipeline
