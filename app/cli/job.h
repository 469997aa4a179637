// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace mediahelm::app {

// One run of a verb: started once, ends with an exit status. Owned by the composition root; main thread.
class Job : public QObject
{
    Q_OBJECT

public:
    virtual void start() = 0;
    // SIGINT or SIGTERM came: says what is left undone, if anything. The program ends right after.
    virtual void interrupted() { }
    // The first SIGINT or SIGTERM came: true when the job stops by itself, in an orderly way, and says so; the program
    // goes on until it has finished, or the next signal comes.
    virtual bool cancels() { return false; }

Q_SIGNALS:
    void finished(int exitCode);

protected:
    using QObject::QObject;
};

} // namespace mediahelm::app
