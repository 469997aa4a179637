// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/service_job.h"
#include "core/base/result.h"
#include "core/control/log_source.h"
#include "core/model/log_line.h"

#include <memory>

namespace mediahelm::app {

// "10m", "2h", "1d12h", seconds without a unit, a date, or a date and time in ISO 8601 (local where it says no zone).
// Errors: invalid, with what is allowed.
base::Result<QDateTime> parseSince(const QString &text, const QDateTime &now);
// A number of lines, or "all" (-1). Errors: invalid.
base::Result<int> parseTail(const QString &text);

// `logs`: one container's log, until its end, or on and on with follow.
class LogsJob final : public ServiceJob
{
    Q_OBJECT

public:
    LogsJob(control::Control control, Terminal &terminal, const QStringList &names, const model::LogOptions &options,
            bool json);
    ~LogsJob() override;

private:
    void found(const QList<FoundContainer> &containers) override;
    void print(const QList<model::LogLine> &batch);
    QByteArray lineBytes(const model::LogLine &line) const;

    const model::LogOptions m_options; // as the user wishes to see it
    const bool m_json;
    QString m_label;
    bool m_toldOfCut = false;
    std::unique_ptr<control::LogFeed> m_feed;
};

} // namespace mediahelm::app
