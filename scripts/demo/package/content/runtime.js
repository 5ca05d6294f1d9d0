/* The few calls a lesson needs, in the words of SCORM 1.2 or 2004. Without an API the lesson still works, and keeps nothing. */
window.scorm = (function () {
  const is12 = window.lessonData.version === '1.2';
  const name = is12 ? 'API' : 'API_1484_11';

  function findApi(win) {
    for (let step = 0; win && step < 20; step++) {
      if (win[name]) return win[name];
      if (win.parent === win) break;
      win = win.parent;
    }
    return win && win.opener && win.opener !== win ? findApi(win.opener) : null;
  }

  const api = findApi(window);
  const began = Date.now();
  let open = false;
  const call = (short, ...values) => (api ? api[is12 ? 'LMS' + short : short](...values) : '');
  const get = (element) => (open ? call('GetValue', element) : '');
  const set = (element, value) => open && call('SetValue', element, String(value));
  const two = (number) => String(number).padStart(2, '0');

  function sessionTime() {
    const seconds = Math.round((Date.now() - began) / 1000);
    if (!is12) return `PT${seconds}S`;
    return `${String(Math.floor(seconds / 3600)).padStart(4, '0')}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }

  return {
    begin() {
      open = String(call(is12 ? 'Initialize' : 'Initialize', '')) === 'true';
      const status = get(is12 ? 'cmi.core.lesson_status' : 'cmi.completion_status');
      if (open && !/completed|passed/.test(status)) set(is12 ? 'cmi.core.lesson_status' : 'cmi.completion_status', 'incomplete');
      set(is12 ? 'cmi.core.exit' : 'cmi.exit', 'suspend');
    },
    bookmark: () => Number(get(is12 ? 'cmi.core.lesson_location' : 'cmi.location')) || 0,
    answers() {
      try {
        return JSON.parse(get('cmi.suspend_data') || '{}');
      } catch {
        return {};
      }
    },
    keep(page, answers, share) {
      set(is12 ? 'cmi.core.lesson_location' : 'cmi.location', page);
      set('cmi.suspend_data', JSON.stringify(answers));
      if (!is12) set('cmi.progress_measure', share.toFixed(2));
    },
    interaction(id, chosen, right) {
      const index = Number(get('cmi.interactions._count')) || 0;
      const base = `cmi.interactions.${index}.`;
      set(base + 'id', id);
      set(base + 'type', 'choice');
      set(base + (is12 ? 'student_response' : 'learner_response'), 'abcdefgh'[chosen]);
      set(base + 'result', right ? 'correct' : is12 ? 'wrong' : 'incorrect');
    },
    finish(share) {
      set(is12 ? 'cmi.core.score.raw' : 'cmi.score.raw', Math.round(share * 100));
      set(is12 ? 'cmi.core.score.min' : 'cmi.score.min', 0);
      set(is12 ? 'cmi.core.score.max' : 'cmi.score.max', 100);
      if (is12) return set('cmi.core.lesson_status', share >= 0.5 ? 'passed' : 'completed');
      set('cmi.score.scaled', share.toFixed(2));
      set('cmi.completion_status', 'completed');
      set('cmi.success_status', share >= 0.5 ? 'passed' : 'failed');
      return call('Commit', '');
    },
    /** Ends this part and asks for the one that follows. SCORM 2004 4th Ed. RTE, adl.nav.request. */
    onward() {
      set('adl.nav.request', 'continue');
      this.end();
    },
    end() {
      if (!open) return;
      set(is12 ? 'cmi.core.session_time' : 'cmi.session_time', sessionTime());
      call(is12 ? 'Finish' : 'Terminate', '');
      open = false;
    },
  };
})();
